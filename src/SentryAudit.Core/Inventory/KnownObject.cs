namespace SentryAudit.Inventory;

/// <summary>An entry of whatever kind, for what treats all kinds alike.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="OtherKeys">What it may be known by when that changed.</param>
/// <param name="Entity">The object.</param>
/// <param name="FirstSeen">When a sync first saw it (UTC).</param>
/// <param name="RemovedAt">Start of the first complete sync without it (UTC); null while it is there.</param>
internal sealed record KnownObject(
    string Key,
    IEnumerable<string> OtherKeys,
    object Entity,
    DateTimeOffset FirstSeen,
    DateTimeOffset? RemovedAt);
