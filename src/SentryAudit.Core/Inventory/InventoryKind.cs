using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Inventory;

/// <summary>One kind of object an inventory keeps, whatever its class.</summary>
internal abstract class InventoryKind(SentryEntityType type)
{
    public SentryEntityType Type => type;

    /// <summary>Reads the section of this kind, for what need not know the class of its objects.</summary>
    public abstract IEnumerable<KnownObject> ReadFrom(IInventoryState state);

    /// <summary>Reads this kind into a state that is kept in memory.</summary>
    public abstract Task ReadIntoAsync(LiveState state, OrganizationListings listings, CancellationToken cancellationToken);

    public override string ToString() => type.ToString();
}

/// <summary>How objects of one class are kept: by which key they are known again, and how they are written.</summary>
/// <param name="type">The kind.</param>
/// <param name="json">How a line is written.</param>
/// <param name="key">What an object is known by, within its organization and kind.</param>
/// <param name="otherKeys">What it may be known by when the key changed, the most telling first.</param>
/// <param name="setFirstSeen">Fills in what only the inventory knows.</param>
/// <param name="canBeSame">Whether two objects that agree in one of the other keys can be one; null for always.</param>
internal sealed class InventoryKind<T>(
    SentryEntityType type,
    JsonTypeInfo<InventoryEntry<T>> json,
    Func<T, string> key,
    Func<T, IEnumerable<string>> otherKeys,
    Action<T, DateTimeOffset?> setFirstSeen,
    Func<T, T, bool>? canBeSame = null
) : InventoryKind(type)
    where T : class
{
    public JsonTypeInfo<InventoryEntry<T>> Json => json;

    public string Key(T entity) => key(entity);

    public IEnumerable<string> OtherKeys(T entity) => otherKeys(entity);

    public bool CanBeSame(T one, T other) => canBeSame is null || canBeSame(one, other);

    public void SetFirstSeen(T entity, DateTimeOffset? firstSeen) => setFirstSeen(entity, firstSeen);

    public override IEnumerable<KnownObject> ReadFrom(IInventoryState state) =>
        state
            .Read(this)
            .Select(entry => new KnownObject(Key(entry.Entity), OtherKeys(entry.Entity), entry.Entity, entry.FirstSeen, entry.RemovedAt));

    public override Task ReadIntoAsync(LiveState state, OrganizationListings listings, CancellationToken cancellationToken) =>
        state.ReadAsync(this, listings, cancellationToken);
}
