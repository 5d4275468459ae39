using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SentryAudit.Common.Streams;

/// <summary>Reads several independent lists at the same time and gives their items list by list, in the order of the lists.</summary>
internal static class SideBySide
{
    // Less than a page, so that a list whose turn has not come yet stops after its first page.
    private const int ReadAhead = 50;

    public static async IAsyncEnumerable<ListPart<TPart, T>> ReadAsync<TPart, T>(
        IEnumerable<TPart> parts,
        int parallelism,
        Func<TPart, CancellationToken, IAsyncEnumerable<T>> list,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var waiting = parts.GetEnumerator();
        var running = new Queue<(TPart Part, ChannelReader<T> Items, Task<SentryException?> End)>();
        try
        {
            while (StartUpTo(parallelism, running, waiting, part => Start(part, list, abandon.Token)))
            {
                var (part, items, end) = running.Peek();
                await foreach (var item in items.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return new ListPart<TPart, T>(part, item, Fault: null);
                }

                running.Dequeue();
                yield return new ListPart<TPart, T>(part, Item: null, await end.ConfigureAwait(false));
            }
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            running.Select(started => started.End).Abandon();
        }
    }

    // False when nothing is left to wait for.
    private static bool StartUpTo<TPart, TList>(
        int parallelism,
        Queue<TList> running,
        IEnumerator<TPart> waiting,
        Func<TPart, TList> start)
    {
        while (running.Count < parallelism && waiting.MoveNext())
        {
            running.Enqueue(start(waiting.Current));
        }

        return running.Count > 0;
    }

    private static (TPart Part, ChannelReader<T> Items, Task<SentryException?> End) Start<TPart, T>(
        TPart part, Func<TPart, CancellationToken, IAsyncEnumerable<T>> list, CancellationToken cancellationToken)
    {
        var items = Channel.CreateBounded<T>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        return (part, items.Reader, PumpAsync(list(part, cancellationToken), items.Writer, cancellationToken));
    }

    private static async Task<SentryException?> PumpAsync<T>(
        IAsyncEnumerable<T> items,
        ChannelWriter<T> writer,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (SentryException fault)
        {
            return fault;
        }
        finally
        {
            // Without the failure: the task carries it.
            writer.TryComplete();
        }
    }
}
