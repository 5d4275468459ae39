using System.Collections;
using System.Collections.Concurrent;

namespace SentryAudit.Inventory;

/// <summary>What Sentry holds now, read for a comparison and kept in memory.</summary>
internal sealed class LiveState : IInventoryState
{
    private readonly ConcurrentDictionary<InventoryKind, (InventorySection Section, IEnumerable Entries)> _kinds = new();
    private readonly DateTimeOffset _readAt;
    private readonly DateTimeOffset? _releasesSince;
    private readonly Action _count;

    private LiveState(DateTimeOffset readAt, DateTimeOffset? releasesSince, Action count) =>
        (_readAt, _releasesSince, _count) = (readAt, releasesSince, count);

    /// <summary>Reads kinds side by side; what can't be read whole says so in its section.</summary>
    /// <param name="readAt">Start of the read (UTC).</param>
    /// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
    /// <param name="count">Told, on any thread, of every object.</param>
    public static async Task<LiveState> ReadAsync(
        OrganizationListings listings,
        IEnumerable<InventoryKind> kinds,
        DateTimeOffset readAt,
        DateTimeOffset? releasesSince,
        Action count,
        CancellationToken cancellationToken)
    {
        var state = new LiveState(readAt, releasesSince, count);
        await Task.WhenAll(kinds.Select(kind => kind.ReadIntoAsync(state, listings, cancellationToken))).ConfigureAwait(false);
        return state;
    }

    public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var known) ? known.Section : null;

    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class => _kinds.TryGetValue(kind, out var known) ? (IEnumerable<InventoryEntry<T>>)known.Entries : [];

    internal async Task ReadAsync<T>(InventoryKind<T> kind, OrganizationListings listings, CancellationToken cancellationToken)
        where T : class
    {
        var since = kind.Type is SentryEntityType.Release ? _releasesSince : null;
        var (items, fault) = await Listed<T>
            .ReadAsync(listings.List(kind, since, cancellationToken), _count, cancellationToken).ConfigureAwait(false);
        _kinds[kind] = (
            InventorySection.OfRead(kind, _readAt, since, fault) with
            {
                Count = items.Count,
            },
            items.Select(item => new InventoryEntry<T> { Entity = item, FirstSeen = _readAt }).ToArray());
    }
}
