namespace SentryAudit.Inventory;

/// <summary>Two states of one organization to compare.</summary>
/// <param name="Reference">The earlier one.</param>
/// <param name="Difference">The later one; null for Sentry as it is now.</param>
internal sealed record InventoryPair(InventorySnapshot Reference, InventorySnapshot? Difference);
