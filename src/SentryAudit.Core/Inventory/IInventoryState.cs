namespace SentryAudit.Inventory;

/// <summary>What is known of an organization at some time: a stored sync, or Sentry itself as it was just read.</summary>
internal interface IInventoryState
{
    /// <summary>What is known about a kind of object; null when it was never read.</summary>
    InventorySection? Find(InventoryKind kind);

    /// <summary>Everything remembered of a kind; nothing when it was never read.</summary>
    IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class;
}
