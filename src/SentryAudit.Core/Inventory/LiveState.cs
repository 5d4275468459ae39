using System.Collections;
using System.Collections.Concurrent;

namespace SentryAudit.Inventory;

/// <summary>The present state of Sentry, read for a comparison and kept in memory.</summary>
internal sealed class LiveState : IInventoryState
{
    private readonly ConcurrentDictionary<InventoryKind, (InventorySection Section, IEnumerable Entries)> _kinds = new();
    private readonly DateTimeOffset _readAt;
    private readonly IInventoryState _earlier;
    private readonly Action _count;

    private LiveState(DateTimeOffset readAt, IInventoryState earlier, Action count) =>
        (_readAt, _earlier, _count) = (readAt, earlier, count);

    /// <summary>Reads several kinds at the same time. The section of a kind says if it could not be read completely.</summary>
    /// <param name="listings">The listings of the organization.</param>
    /// <param name="kinds">The kinds to read.</param>
    /// <param name="readAt">Start of the read (UTC).</param>
    /// <param name="earlier">
    /// The state to compare with. What it has and the listing has not is asked for by its id, and only releases are read that are as new
    /// as its own.
    /// </param>
    /// <param name="count">Called for every object, from any thread.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<LiveState> ReadAsync(
        OrganizationListings listings,
        IEnumerable<InventoryKind> kinds,
        DateTimeOffset readAt,
        IInventoryState earlier,
        Action count,
        CancellationToken cancellationToken)
    {
        var state = new LiveState(readAt, earlier, count);
        await Task.WhenAll(kinds.Select(kind => kind.ReadIntoAsync(state, listings, cancellationToken))).ConfigureAwait(false);
        return state;
    }

    public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var read) ? read.Section : null;

    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class => _kinds.TryGetValue(kind, out var read) ? (IEnumerable<InventoryEntry<T>>)read.Entries : [];

    internal async Task ReadAsync<T>(InventoryKind<T> kind, OrganizationListings listings, CancellationToken cancellationToken)
        where T : class
    {
        var since = kind.Type is SentryEntityType.Release ? _earlier.Find(kind)?.Since : null;
        var listing = await ListingResult<T>
            .ReadAsync(listings.List(kind, since, cancellationToken), _count, cancellationToken).ConfigureAwait(false);
        var (items, fault) = await listings.Unlisted
            .AddToAsync(kind, listing, _earlier.Read(kind), cancellationToken).ConfigureAwait(false);
        var reach = CoveredProjects.AreOf(kind) ? await listings.FindReachAsync(cancellationToken).ConfigureAwait(false) : null;
        var section = InventorySection.OfRead(kind, _readAt, since, fault).LimitedTo(kind, reach) with { Count = items.Count };
        // A list that changes while it is read, or whose filter Sentry ignores, can contain an object twice.
        var entries = items
            .DistinctBy(kind.Key, StringComparer.Ordinal)
            .Select(item => new InventoryEntry<T> { Entity = item, FirstSeen = _readAt });
        _kinds[kind] = (section, entries.ToArray());
    }
}
