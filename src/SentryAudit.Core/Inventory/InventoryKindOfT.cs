using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Inventory;

/// <summary>How objects of one class are kept: what identifies them, and how they are written.</summary>
/// <param name="type">The kind.</param>
/// <param name="json">How a line is written.</param>
/// <param name="key">What identifies an object, within its organization and kind.</param>
/// <param name="otherKeys">What may identify it when the key changed, the most reliable first.</param>
/// <param name="setFirstSeen">Sets the time at which an inventory first saw the object.</param>
internal sealed class InventoryKind<T>(
    SentryEntityType type,
    JsonTypeInfo<InventoryEntry<T>> json,
    Func<T, string> key,
    Func<T, IEnumerable<string>> otherKeys,
    Action<T, DateTimeOffset?> setFirstSeen) : InventoryKind(type)
    where T : class
{
    public JsonTypeInfo<InventoryEntry<T>> Json => json;

    /// <summary>Whether two objects that have one of the other keys in common can be the same object.</summary>
    public Func<T, T, bool> CanBeSame { get; init; } = static (_, _) => true;

    public string Key(T entity) => key(entity);

    public IEnumerable<string> OtherKeys(T entity) => otherKeys(entity);

    public void SetFirstSeen(T entity, DateTimeOffset? firstSeen) => setFirstSeen(entity, firstSeen);

    public override bool AreSame(object one, object other) => CanBeSame((T)one, (T)other);

    public override IEnumerable<UntypedEntry> ReadFrom(IInventoryState state) =>
        state
            .Read(this)
            .Select(entry => new UntypedEntry(Key(entry.Entity), OtherKeys(entry.Entity), entry.Entity, entry.FirstSeen, entry.RemovedAt));

    public override Task ReadIntoAsync(LiveState state, OrganizationListings listings, CancellationToken cancellationToken) =>
        state.ReadAsync(this, listings, cancellationToken);
}
