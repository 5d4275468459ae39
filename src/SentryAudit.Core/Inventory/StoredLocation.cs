namespace SentryAudit.Inventory;

/// <summary>Which inventories an offline connection is to read.</summary>
/// <param name="Path">An inventory file, the folder of a store, or a folder with several stores.</param>
/// <param name="AsOf">The time as of which they are read; null for the newest state.</param>
/// <param name="Host">The Sentry whose inventories are read; null if there are only those of one.</param>
internal sealed record StoredLocation(string Path, DateTimeOffset? AsOf = null, Uri? Host = null);
