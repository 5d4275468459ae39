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
    public async Task ReadAsync<T>(InventoryKind<T> kind, IAsyncEnumerable<T> listing, CancellationToken cancellationToken)
        where T : class
    {
        var (items, fault) = await Listed<T>.ReadAsync(listing, progress.CountObject, cancellationToken).ConfigureAwait(false);
        Note(kind, fault, items.Count > 0);
        var since = typeof(T) == typeof(SentryRelease) ? releasesSince : null;
        var entries = new SectionMerge<T>(kind, startedAt).Merge(items, Stoppable(known?.Read(kind) ?? [], cancellationToken), entity => fault is null && IsWithin(entity, since));
        writer.Write(kind, Stoppable(entries, cancellationToken), new InventorySection
        {
            Type = kind.ToString(),
            ReadAt = startedAt,
            IsComplete = fault is null,
            Problem = fault?.Message,
            Since = since,
            Count = 0,
            RemovedCount = 0,
            Length = 0,
        });
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

    // Of unknown age: it may be older than what was asked for.
    private static bool IsWithin(object entity, DateTimeOffset? since) => since is null || entity is SentryRelease { DateCreated: { } created } && created >= since;

    private static IEnumerable<T> Stoppable<T>(IEnumerable<T> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }
}
