using SentryAudit.Common.Streams;

namespace SentryAudit.Inventory;

/// <summary>
/// Writes the sections of a new state: kinds that are read from Sentry are merged with the state before, the others are taken over.
/// </summary>
/// <param name="writer">Writes the new state.</param>
/// <param name="before">The state before; null without one.</param>
/// <param name="startedAt">Start of the sync (UTC).</param>
/// <param name="releasesSince">Only releases created at or after this are read (UTC); null for all.</param>
/// <param name="progress">Counts the objects and kinds.</param>
internal sealed class SectionSync(
    InventoryWriter writer, InventorySnapshot? before, DateTimeOffset startedAt, DateTimeOffset? releasesSince, SyncProgress progress)
{
    private readonly object _lock = new();
    private readonly List<(InventoryKind Kind, SentryException Fault)> _faults = [];
    private readonly List<InventoryKind> _limited = [];

    /// <summary>Why kinds could not be read completely, in the order of the sections.</summary>
    public IReadOnlyList<(InventoryKind Kind, SentryException Fault)> Faults => [.. _faults.OrderBy(fault => fault.Kind.Type)];

    /// <summary>Kinds of which only some projects were within reach, in the order of the sections.</summary>
    public IReadOnlyList<InventoryKind> Limited => [.. _limited.OrderBy(kind => kind.Type)];

    /// <summary>Whether anything at all could be read from Sentry.</summary>
    public bool IsAnythingRead { get; private set; }

    public void Keep(InventoryKind kind)
    {
        if (before is not null)
        {
            writer.Keep(kind, before);
        }

        progress.CountKind();
    }

    /// <exception cref="SentryException">The token was refused, or the section can't be written.</exception>
    public async Task ReadAsync<T>(InventoryKind<T> kind, OrganizationListings listings, CancellationToken cancellationToken)
        where T : class
    {
        var since = typeof(T) == typeof(SentryRelease) ? releasesSince : null;
        var listing = await ListingResult<T>
            .ReadAsync(listings.List(kind, since, cancellationToken), progress.CountObject, cancellationToken).ConfigureAwait(false);
        var (items, fault) = await listings.Unlisted
            .AddToAsync(kind, listing, before?.Read(kind) ?? [], cancellationToken).ConfigureAwait(false);
        var reach = CoveredProjects.AreOf(kind) ? await listings.FindReachAsync(cancellationToken).ConfigureAwait(false) : null;
        var section = InventorySection.OfRead(kind, startedAt, since, fault).LimitedTo(kind, reach);
        Note(kind, fault, items.Count > 0, isLimited: section.Projects is not null);
        var stored = (before?.Read(kind) ?? []).WithCancellation(cancellationToken);
        var entries = new SectionMerge<T>(kind, startedAt).Merge(items, stored, section.ProvesAbsenceOf);
        writer.Write(kind, entries.WithCancellation(cancellationToken), section);
        progress.CountKind();
    }

    private void Note(InventoryKind kind, SentryException? fault, bool hasItems, bool isLimited)
    {
        lock (_lock)
        {
            if (isLimited)
            {
                _limited.Add(kind);
            }

            IsAnythingRead |= fault is null || hasItems;
            if (fault is not null)
            {
                _faults.Add((kind, fault));
            }
        }
    }
}
