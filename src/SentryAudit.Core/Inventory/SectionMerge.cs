namespace SentryAudit.Inventory;

/// <summary>Joins what a sync listed of one kind with what was known of it. All rules about history are here.</summary>
/// <param name="kind">The kind.</param>
/// <param name="readAt">Start of the sync (UTC).</param>
internal sealed class SectionMerge<T>(InventoryKind<T> kind, DateTimeOffset readAt)
    where T : class
{
    /// <summary>What is known after the sync: what it listed, then what may still be there, then what is gone.</summary>
    /// <param name="listed">What the sync listed. Its order matters only to the order of the result.</param>
    /// <param name="known">What was known before; read once.</param>
    /// <param name="provesAbsence">Whether an object would have been listed if it were there. False wherever the listing was not whole.</param>
    public IEnumerable<InventoryEntry<T>> Merge(IReadOnlyList<T> listed, IEnumerable<InventoryEntry<T>> known, Func<T, bool> provesAbsence)
    {
        var places = new Dictionary<string, int>(listed.Count, StringComparer.Ordinal);
        for (var place = 0; place < listed.Count; place++)
        {
            // A list that changes while it is read can name an object twice.
            places.TryAdd(kind.Key(listed[place]), place);
        }

        var histories = new InventoryEntry<T>?[listed.Count];
        var others = new List<InventoryEntry<T>>();
        foreach (var entry in known)
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
        return places
            .Values.Order()
            .Select(place => Seen(listed[place], histories[place]))
            .Concat(
                others
                    .Select(entry => entry.RemovedAt is null && provesAbsence(entry.Entity) ? entry with { RemovedAt = readAt } : entry)
                    .OrderBy(entry => entry.RemovedAt is not null));
    }

    /// <summary>
    /// Recognises by other keys what has got a new one. Whoever the first key names is no candidate any more, and the most
    /// telling agreement of the whole listing goes first, so that the order of the listing can't decide who is who.
    /// </summary>
    private void RecogniseOthers(
        IReadOnlyList<T> listed,
        IReadOnlyList<int> places,
        List<InventoryEntry<T>> others,
        InventoryEntry<T>?[] histories)
    {
        var byKey = others
            .SelectMany(entry => kind.OtherKeys(entry.Entity).Select((key, rank) => (Key: key, Rank: rank, Entry: entry)))
            .ToLookup(other => other.Key, StringComparer.Ordinal);
        if (byKey.Count == 0)
        {
            return;
        }

        var agreements =
            from place in places
            from own in kind.OtherKeys(listed[place]).Select((key, rank) => (Key: key, Rank: rank))
            from other in byKey[own.Key]
            where kind.CanBeSame(listed[place], other.Entry.Entity)
            select (Place: place, other.Entry, Rank: Math.Max(own.Rank, other.Rank));
        var recognised = new HashSet<InventoryEntry<T>>(ReferenceEqualityComparer.Instance);
        foreach (
            var (place, entry, _) in agreements
                .OrderBy(agreement => agreement.Rank)
                .ThenBy(agreement => agreement.Entry.RemovedAt is not null)
                .ThenBy(agreement => kind.Key(listed[agreement.Place]), StringComparer.Ordinal)
                .ThenBy(agreement => kind.Key(agreement.Entry.Entity), StringComparer.Ordinal))
        {
            if (histories[place] is null && recognised.Add(entry))
            {
                histories[place] = entry;
            }
        }

        others.RemoveAll(recognised.Contains);
    }

    private InventoryEntry<T> Seen(T entity, InventoryEntry<T>? history) => new()
    {
        Entity = entity,
        FirstSeen = history?.FirstSeen ?? readAt,
        EverActive = history?.EverActive is true || entity is SentryMember { Status: SentryUserStatusKind.Active },
    };
}
