namespace SentryAudit.Inventory;

/// <summary>One kind of object that an inventory keeps, without its class.</summary>
internal abstract class InventoryKind(SentryEntityType type)
{
    public SentryEntityType Type => type;

    /// <summary>Reads the section of this kind, for code that need not know the class of the objects.</summary>
    public abstract IEnumerable<UntypedEntry> ReadFrom(IInventoryState state);

    /// <summary>Whether two objects that have one of the other keys in common can be the same object.</summary>
    public abstract bool AreSame(object one, object other);

    /// <summary>Reads this kind into a state that is kept in memory.</summary>
    public abstract Task ReadIntoAsync(LiveState state, OrganizationListings listings, CancellationToken cancellationToken);

    public override string ToString() => type.ToString();
}
