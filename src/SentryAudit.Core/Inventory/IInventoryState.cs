namespace SentryAudit.Inventory;

/// <summary>A state of an organization: a stored sync, or Sentry itself as it was just read.</summary>
internal interface IInventoryState
{
    /// <summary>The facts about a kind of object; null if it was never read.</summary>
    InventorySection? Find(InventoryKind kind);

    /// <summary>All entries of a kind; none if it was never read.</summary>
    IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class;
}
