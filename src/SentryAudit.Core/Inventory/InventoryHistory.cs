namespace SentryAudit.Inventory;

/// <summary>
/// Continues what is remembered of one kind of object by what a sync just read. Pure: the rules of an object's life are
/// here, reading and writing elsewhere.
/// </summary>
internal static class InventoryHistory
{
    /// <param name="earlier">What was remembered; nothing at the first sync.</param>
    /// <param name="now">What was read, in Sentry's order.</param>
    /// <param name="section">Whether that was everything.</param>
    /// <returns>What was read, then what was not: removed only where the read proves it.</returns>
    public static IReadOnlyList<InventoryEntry<T>> Continue<T>(
        InventoryKind<T> kind, IEnumerable<InventoryEntry<T>> earlier, IReadOnlyList<T> now, InventorySection section)
        where T : class
    {
        var left = new Dictionary<string, InventoryEntry<T>>(StringComparer.Ordinal);
        foreach (var entry in earlier)
        {
            left.TryAdd(kind.Key(entry.Entity), entry);
        }

        // By the key first, over everything: who has an address now must not be taken for who had it before.
        var entities = now.DistinctBy(kind.Key, StringComparer.Ordinal).ToArray();
        var known = new InventoryEntry<T>?[entities.Length];
        for (var i = 0; i < entities.Length; i++)
        {
            left.Remove(kind.Key(entities[i]), out known[i]);
        }

        var byOtherKey = left.Values
            .SelectMany(entry => kind.OtherKeys(entry.Entity), (entry, key) => (Entry: entry, Key: key))
            .ToLookup(pair => pair.Key, pair => pair.Entry, StringComparer.Ordinal);
        for (var i = 0; i < entities.Length && byOtherKey.Count > 0; i++)
        {
            known[i] ??= kind.OtherKeys(entities[i]).SelectMany(key => byOtherKey[key]).FirstOrDefault(entry => left.Remove(kind.Key(entry.Entity)));
        }

        return
        [
            .. entities.Zip(known, (entity, entry) => Seen(kind, entity, entry)),
            .. left.Values.Select(entry => entry.RemovedAt is null && section.ProvesAbsenceOf(entry.Entity) ? entry with { RemovedAt = section.ReadAt } : entry)
                .OrderBy(entry => entry.RemovedAt is not null),
        ];
    }

    private static InventoryEntry<T> Seen<T>(InventoryKind<T> kind, T entity, InventoryEntry<T>? known)
        where T : class => new()
    {
        Entity = entity,
        FirstSeen = known?.FirstSeen ?? kind.ReadAt(entity),
        EverActive = known?.EverActive is true || entity is SentryMember { Status: SentryUserStatusKind.Active },
    };
}
