namespace SentryAudit.Inventory;

/// <summary>An entry of any kind, for code that treats all kinds in the same way.</summary>
/// <param name="Key">What identifies the object.</param>
/// <param name="OtherKeys">What may identify it when the key changed.</param>
/// <param name="Entity">The object.</param>
/// <param name="FirstSeen">When a sync first saw it (UTC).</param>
/// <param name="RemovedAt">Start of the first complete sync without it (UTC); null while it exists.</param>
internal sealed record UntypedEntry(
    string Key,
    IEnumerable<string> OtherKeys,
    object Entity,
    DateTimeOffset FirstSeen,
    DateTimeOffset? RemovedAt);
