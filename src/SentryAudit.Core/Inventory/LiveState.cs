using System.Collections;
using System.Collections.Concurrent;

namespace SentryAudit.Inventory;

/// <summary>What Sentry holds now, read for a comparison and kept in memory.</summary>
internal sealed class LiveState : IInventoryState
{
    private readonly ConcurrentDictionary<InventoryKind, (InventorySection Section, IEnumerable Entries)> _kinds = new();

    private LiveState()
    {
    }

    /// <summary>Reads kinds side by side; what can't be read whole says so in its section.</summary>
    public static async Task<LiveState> ReadAsync(InventoryReader reader, IEnumerable<InventoryKind> kinds, CancellationToken cancellationToken)
    {
        var state = new LiveState();
        await Task.WhenAll(kinds.Select(kind => kind.ReadIntoAsync(state, reader, cancellationToken))).ConfigureAwait(false);
        return state;
    }

    public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var known) ? known.Section : null;

    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class => _kinds.TryGetValue(kind, out var known) ? (IEnumerable<InventoryEntry<T>>)known.Entries : [];

    internal async Task ReadAsync<T>(InventoryKind<T> kind, InventoryReader reader, CancellationToken cancellationToken)
        where T : class
    {
        var (items, section, _) = await reader.ReadAsync(kind, cancellationToken).ConfigureAwait(false);
        _kinds[kind] = (section, items.Select(item => new InventoryEntry<T> { Entity = item, FirstSeen = kind.ReadAt(item) }).ToArray());
    }
}
