namespace SentryAudit.Inventory;

/// <summary>When the objects of a kind were first seen.</summary>
internal sealed class FirstSeenLookup<T>(InventoryKind<T> kind)
    where T : class
{
    private readonly Dictionary<string, DateTimeOffset> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _byOtherKey = new(StringComparer.Ordinal);

    /// <summary>Why a file could not be read; null if there was no fault.</summary>
    public SentryException? Fault { get; private set; }

    /// <summary>Sets when an object was first seen; for an object that no sync has seen, it stays unknown.</summary>
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
        SentryException? firstFault = null;
        foreach (var file in store.Files)
        {
            try
            {
                var lookup = new FirstSeenLookup<T>(kind) { Fault = firstFault };
                foreach (var entry in InventorySnapshot.Open(file).Read(kind))
                {
                    lookup.Add(entry);
                }

                return lookup;
            }
            catch (SentryException fault)
            {
                firstFault ??= fault;
            }
        }

        return new FirstSeenLookup<T>(kind) { Fault = firstFault };
    }

    // Existing objects come before those that no longer exist, so they win.
    private void Add(InventoryEntry<T> entry)
    {
        _byKey.TryAdd(kind.Key(entry.Entity), entry.FirstSeen);
        foreach (var key in kind.OtherKeys(entry.Entity))
        {
            _byOtherKey.TryAdd(key, entry.FirstSeen);
        }
    }
}
