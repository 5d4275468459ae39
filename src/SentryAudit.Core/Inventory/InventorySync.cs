using System.Collections.Concurrent;

namespace SentryAudit.Inventory;

/// <summary>
/// One sync of one organization into its store: reads every kind wanted, side by side, continues its history, and makes
/// the result the store's current state, all or nothing. To be made and disposed by who wants the sync; holds the store's lock.
/// </summary>
internal sealed class InventorySync : IDisposable
{
    private readonly InventoryStore _store;
    private readonly InventoryLock _lock;
    private readonly InventoryWriter _writer;
    private readonly InventorySnapshot? _earlier;
    private readonly ConcurrentQueue<(InventoryKind Kind, SentryException Fault)> _faults = new();

    /// <param name="report">Told of files of the store that can't be read.</param>
    /// <exception cref="SentryException">The store is in use, can't be written to, or belongs to a newer version.</exception>
    public InventorySync(InventoryStore store, Action<SentryException> report)
    {
        _store = store;
        _lock = InventoryLock.Take(store.Folder);
        try
        {
            store.CleanUp();
            _earlier = store.OpenNewest(fault =>
            {
                // Going on from an older state would lose what the newer version wrote.
                if (fault.ErrorId is "InventoryNewer")
                {
                    throw fault;
                }

                report(fault);
            });
            _writer = new InventoryWriter(store.NextPath);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>What could not be read whole.</summary>
    public IEnumerable<(InventoryKind Kind, SentryException Fault)> Faults => _faults;

    /// <param name="kinds">The kinds to read; the others stay as they are.</param>
    /// <param name="header">The header, but for its end and its sections.</param>
    /// <exception cref="SentryException">Nothing at all could be read, or the result can't be written. The store is as it was.</exception>
    public async Task<InventorySnapshot> RunAsync(InventoryReader reader, IReadOnlySet<SentryEntityType> kinds, InventoryHeader header, TimeProvider clock, CancellationToken cancellationToken)
    {
        using (var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            var reads = InventoryKinds.All.Where(kind => kinds.Contains(kind.Type)).Select(kind => kind.SyncAsync(this, reader, abandon.Token)).ToArray();
            await AllOrNoneAsync(reads, abandon).ConfigureAwait(false);
            if (reads.Length > 0 && _faults.Count == reads.Length)
            {
                throw _faults.First().Fault;
            }
        }

        foreach (var kind in InventoryKinds.All.Where(kind => !kinds.Contains(kind.Type) && _earlier is not null))
        {
            _writer.Keep(kind, _earlier!);
        }

        _writer.Complete(header with { EndedAt = clock.GetUtcNow() });
        cancellationToken.ThrowIfCancellationRequested();
        _store.Promote();
        return InventorySnapshot.Open(_store.CurrentPath);
    }

    /// <summary>Reads and writes one kind.</summary>
    internal async Task SyncAsync<T>(InventoryKind<T> kind, InventoryReader reader, CancellationToken cancellationToken)
        where T : class
    {
        var (items, section, fault) = await reader.ReadAsync(kind, cancellationToken).ConfigureAwait(false);
        if (fault is not null)
        {
            _faults.Enqueue((kind, fault));
        }

        var entries = InventoryHistory.Continue(kind, Until(_earlier?.Read(kind) ?? [], cancellationToken), items, section);
        _writer.Write(kind, Until(entries, cancellationToken), section);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _lock.Dispose();
    }

    // Whatever ends one read ends all; none may still be writing when the files are cleared away.
    private static Task AllOrNoneAsync(Task[] reads, CancellationTokenSource abandon)
    {
        foreach (var read in reads)
        {
            _ = read.ContinueWith(_ => abandon.Cancel(), CancellationToken.None, TaskContinuationOptions.NotOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return Task.WhenAll(reads);
    }

    private static IEnumerable<T> Until<T>(IEnumerable<T> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
