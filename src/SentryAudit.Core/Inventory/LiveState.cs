using System.Collections;
using System.Collections.Concurrent;

namespace SentryAudit.Inventory;

/// <summary>The present state of Sentry, read for a comparison and kept in memory.</summary>
internal sealed class LiveState : IInventoryState
{
    private readonly ConcurrentDictionary<InventoryKind, (InventorySection Section, IEnumerable Entries)> _kinds = new();
    private readonly DateTimeOffset _readAt;
    private readonly DateTimeOffset? _releasesSince;
    private readonly Action _count;

    private LiveState(DateTimeOffset readAt, DateTimeOffset? releasesSince, Action count) =>
        (_readAt, _releasesSince, _count) = (readAt, releasesSince, count);

    /// <summary>Reads several kinds at the same time. The section of a kind says if it could not be read completely.</summary>
    /// <param name="listings">The listings of the organization.</param>
    /// <param name="kinds">The kinds to read.</param>
    /// <param name="readAt">Start of the read (UTC).</param>
    /// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
    /// <param name="count">Called for every object, from any thread.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
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

    public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var read) ? read.Section : null;

    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class => _kinds.TryGetValue(kind, out var read) ? (IEnumerable<InventoryEntry<T>>)read.Entries : [];

    internal async Task ReadAsync<T>(InventoryKind<T> kind, OrganizationListings listings, CancellationToken cancellationToken)
        where T : class
    {
        var since = kind.Type is SentryEntityType.Release ? _releasesSince : null;
        var (items, fault) = await ListingResult<T>
            .ReadAsync(listings.List(kind, since, cancellationToken), _count, cancellationToken).ConfigureAwait(false);
        var section = InventorySection.OfRead(kind, _readAt, since, fault) with { Count = items.Count };
        _kinds[kind] = (section, items.Select(item => new InventoryEntry<T> { Entity = item, FirstSeen = _readAt }).ToArray());
    }
}
