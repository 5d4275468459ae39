namespace SentryAudit.Inventory;

/// <summary>When the objects of a kind were first seen, by all they may be known by.</summary>
internal sealed class FirstSeenLookup<T>(InventoryKind<T> kind)
    where T : class
{
    private readonly Dictionary<string, DateTimeOffset> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _byOtherKey = new(StringComparer.Ordinal);

    /// <summary>Why a file could not be read; null when all is well.</summary>
    public SentryException? Problem { get; private set; }

    /// <summary>Fills in when an object was first seen; it stays unknown for one that no sync has seen.</summary>
    public void Fill(T entity)
    {
        if (_byKey.TryGetValue(kind.Key(entity), out var seen) || kind.OtherKeys(entity).Any(key => _byOtherKey.TryGetValue(key, out seen)))
        {
            kind.SetFirstSeen(entity, seen);
        }
    }

    /// <summary>Reads the newest file of a store that can be read.</summary>
    public static FirstSeenLookup<T> Read(InventoryStore store, InventoryKind<T> kind)
    {
        SentryException? problem = null;
        foreach (var file in store.Files)
        {
            try
            {
                var lookup = new FirstSeenLookup<T>(kind) { Problem = problem };
                foreach (var entry in InventorySnapshot.Open(file).Read(kind))
                {
                    lookup.Add(entry);
                }

                return lookup;
            }
            catch (SentryException fault)
            {
                problem ??= fault;
            }
        }

        return new FirstSeenLookup<T>(kind) { Problem = problem };
    }

    // What is there stands before what is gone, and wins.
    private void Add(InventoryEntry<T> entry)
    {
        _byKey.TryAdd(kind.Key(entry.Entity), entry.FirstSeen);
        foreach (var key in kind.OtherKeys(entry.Entity))
        {
            _byOtherKey.TryAdd(key, entry.FirstSeen);
        }
    }
}
