namespace SentryAudit.Inventory;

/// <summary>Merges the objects of one kind that a sync listed with those of the inventory. All rules about history are here.</summary>
/// <param name="kind">The kind.</param>
/// <param name="readAt">Start of the sync (UTC).</param>
internal sealed class SectionMerge<T>(InventoryKind<T> kind, DateTimeOffset readAt)
    where T : class
{
    /// <summary>The objects after the sync: those that it listed, then those that may still exist, then those that do not.</summary>
    /// <param name="listed">The objects that the sync listed. Their order only decides the order of the result.</param>
    /// <param name="stored">The entries of the inventory; read once.</param>
    /// <param name="provesAbsence">
    /// Whether an object would have been listed if it existed. False for all objects if the listing was not complete.
    /// </param>
    public IEnumerable<InventoryEntry<T>> Merge(IReadOnlyList<T> listed, IEnumerable<InventoryEntry<T>> stored, Func<T, bool> provesAbsence)
    {
        var places = FindPlaces(listed);
        var histories = new InventoryEntry<T>?[listed.Count];
        var others = new List<InventoryEntry<T>>();
        foreach (var entry in stored)
        {
            if (places.TryGetValue(kind.Key(entry.Entity), out var place))
            {
                histories[place] = entry;
            }
            else
            {
                others.Add(entry);
            }
        }

        RecogniseOthers(listed, [.. places.Values.Where(place => histories[place] is null)], others, histories);
        var unlisted = others.Select(entry =>
            entry.RemovedAt is null && provesAbsence(entry.Entity) ? entry with { RemovedAt = readAt } : entry);
        return places
            .Values.Order()
            .Select(place => ToEntry(listed[place], histories[place]))
            .Concat(unlisted.OrderBy(entry => entry.RemovedAt is not null));
    }

    // A list that changes while it is read can contain an object twice; then the first one counts.
    private Dictionary<string, int> FindPlaces(IReadOnlyList<T> listed)
    {
        var places = new Dictionary<string, int>(listed.Count, StringComparer.Ordinal);
        for (var place = 0; place < listed.Count; place++)
        {
            places.TryAdd(kind.Key(listed[place]), place);
        }

        return places;
    }

    /// <summary>
    /// Recognises objects whose key changed by their other keys. The agreements of the whole listing are taken in the order of their
    /// strength, so that the order of the listing can't decide which object is which.
    /// </summary>
    /// <param name="listed">The objects that the sync listed.</param>
    /// <param name="places">The places of those that have no history yet.</param>
    /// <param name="others">The entries that were not listed under their key; those that are recognised are removed.</param>
    /// <param name="histories">For each place, the entry of the same object; those that are recognised are added.</param>
    private void RecogniseOthers(
        IReadOnlyList<T> listed,
        IReadOnlyList<int> places,
        List<InventoryEntry<T>> others,
        InventoryEntry<T>?[] histories)
    {
        var recognised = new HashSet<InventoryEntry<T>>(ReferenceEqualityComparer.Instance);
        var agreements = FindAgreements(listed, places, others)
            .OrderBy(agreement => agreement.Rank)
            .ThenBy(agreement => agreement.Entry.RemovedAt is not null)
            .ThenBy(agreement => kind.Key(listed[agreement.Place]), StringComparer.Ordinal)
            .ThenBy(agreement => kind.Key(agreement.Entry.Entity), StringComparer.Ordinal);
        foreach (var (place, entry, _) in agreements)
        {
            if (histories[place] is null && recognised.Add(entry))
            {
                histories[place] = entry;
            }
        }

        others.RemoveAll(recognised.Contains);
    }

    // Pairs of a listed object and an entry that have one of the other keys in common; the lower the rank, the stronger.
    private IEnumerable<(int Place, InventoryEntry<T> Entry, int Rank)> FindAgreements(
        IReadOnlyList<T> listed,
        IReadOnlyList<int> places,
        List<InventoryEntry<T>> others)
    {
        var byKey = others
            .SelectMany(entry => kind.OtherKeys(entry.Entity).Select((key, rank) => (Key: key, Rank: rank, Entry: entry)))
            .ToLookup(other => other.Key, StringComparer.Ordinal);
        return byKey.Count == 0
            ? []
            : from place in places
              from own in kind.OtherKeys(listed[place]).Select((key, rank) => (Key: key, Rank: rank))
              from other in byKey[own.Key]
              where kind.CanBeSame(listed[place], other.Entry.Entity)
              select (place, other.Entry, Math.Max(own.Rank, other.Rank));
    }

    private InventoryEntry<T> ToEntry(T entity, InventoryEntry<T>? history) => new()
    {
        Entity = entity,
        FirstSeen = history?.FirstSeen ?? readAt,
        EverActive = history?.EverActive is true || entity is SentryMember { Status: SentryUserStatusKind.Active },
    };
}
