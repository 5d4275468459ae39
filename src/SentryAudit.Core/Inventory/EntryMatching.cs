namespace SentryAudit.Inventory;

/// <summary>Finds which objects of two states are the same.</summary>
internal static class EntryMatching
{
    /// <summary>First by the key, for all objects; only the rest is matched by the other keys.</summary>
    public static IEnumerable<(UntypedEntry? Old, UntypedEntry? Now)> Match(
        InventoryKind kind, IInventoryState reference, IInventoryState difference)
    {
        var old = new Dictionary<string, UntypedEntry>(StringComparer.Ordinal);
        foreach (var entry in kind.ReadFrom(reference))
        {
            old.TryAdd(entry.Key, entry);
        }

        var unmatched = new List<UntypedEntry>();
        foreach (var now in kind.ReadFrom(difference))
        {
            if (old.Remove(now.Key, out var same))
            {
                yield return (same, now);
            }
            else
            {
                unmatched.Add(now);
            }
        }

        foreach (var pair in MatchByOtherKeys(kind, old, unmatched))
        {
            yield return pair;
        }
    }

    private static IEnumerable<(UntypedEntry? Old, UntypedEntry? Now)> MatchByOtherKeys(
        InventoryKind kind,
        Dictionary<string, UntypedEntry> old,
        List<UntypedEntry> unmatched)
    {
        var byOtherKey = old
            .Values.SelectMany(entry => entry.OtherKeys, (entry, key) => (Entry: entry, Key: key))
            .ToLookup(pair => pair.Key, pair => pair.Entry, StringComparer.Ordinal);
        foreach (var now in unmatched)
        {
            var same = now.OtherKeys
                .SelectMany(key => byOtherKey[key])
                .FirstOrDefault(entry => old.ContainsKey(entry.Key) && kind.AreSame(now.Entity, entry.Entity));
            if (same is not null)
            {
                old.Remove(same.Key);
            }

            yield return (same, now);
        }

        foreach (var entry in old.Values)
        {
            yield return (entry, null);
        }
    }
}
