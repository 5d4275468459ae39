namespace SentryAudit.Inventory;

/// <summary>Writes the sections of a new state: kinds read anew, joined with what was known of them, and kinds taken over.</summary>
internal sealed class SectionSync(
    InventoryWriter writer, InventorySnapshot? known, DateTimeOffset startedAt, DateTimeOffset? releasesSince, SyncProgress progress)
{
    private readonly object _lock = new();
    private readonly List<(InventoryKind Kind, SentryException Fault)> _faults = [];

    /// <summary>What kept kinds from being read whole, in the order of the sections.</summary>
    public IReadOnlyList<(InventoryKind Kind, SentryException Fault)> Faults => [.. _faults.OrderBy(fault => fault.Kind.Type)];

    /// <summary>Whether Sentry told anything at all.</summary>
    public bool IsAnythingRead { get; private set; }

    public void Keep(InventoryKind kind)
    {
        if (known is not null)
        {
            writer.Keep(kind, known);
        }

        progress.CountKind();
    }

    /// <exception cref="SentryException">The token was refused, or the section can't be written.</exception>
    public async Task ReadAsync<T>(InventoryKind<T> kind, OrganizationListings listings, CancellationToken cancellationToken)
        where T : class
    {
        var since = typeof(T) == typeof(SentryRelease) ? releasesSince : null;
        var (items, fault) = await Listed<T>
            .ReadAsync(listings.List(kind, since, cancellationToken), progress.CountObject, cancellationToken).ConfigureAwait(false);
        Note(kind, fault, items.Count > 0);
        var section = InventorySection.OfRead(kind, startedAt, since, fault);
        var entries = new SectionMerge<T>(kind, startedAt).Merge(
            items,
            Stoppable(known?.Read(kind) ?? [], cancellationToken),
            section.ProvesAbsenceOf);
        writer.Write(kind, Stoppable(entries, cancellationToken), section);
        progress.CountKind();
    }

    private void Note(InventoryKind kind, SentryException? fault, bool hasItems)
    {
        lock (_lock)
        {
            IsAnythingRead |= fault is null || hasItems;
            if (fault is not null)
            {
                _faults.Add((kind, fault));
            }
        }
    }

    private static IEnumerable<T> Stoppable<T>(IEnumerable<T> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }
}
