namespace SentryAudit.Inventory;

/// <summary>An object as an inventory keeps it: its last state, and whether it still exists. It is one line of a section.</summary>
internal sealed record InventoryEntry<T>
    where T : class
{
    /// <summary>The object as it was last read. Its LastUpdated says when that was.</summary>
    public required T Entity { get; init; }

    /// <summary>When a sync first saw it (UTC).</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Start of the first complete sync without it (UTC); null while it exists, or may exist.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>For members: whether they were Active in any sync.</summary>
    public bool EverActive { get; init; }
}
