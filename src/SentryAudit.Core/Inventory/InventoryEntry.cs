namespace SentryAudit.Inventory;

/// <summary>An object as an inventory keeps it: its latest known state, and what became of it. One line of a section.</summary>
internal sealed record InventoryEntry<T>
    where T : class
{
    /// <summary>The object as it was last read. Its LastUpdated says when that was, also after it is gone.</summary>
    public required T Entity { get; init; }

    /// <summary>When a sync first saw it (UTC).</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Start of the first complete sync without it (UTC); null while it is there, or may be.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>For members: whether any sync saw them Active. Once known, a person stays known.</summary>
    public bool EverActive { get; init; }
}
