using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SentryAudit.Common.Streams;

/// <summary>Reads many independent lists at once and gives their items list by list, in the order of the lists.</summary>
internal static class SideBySide
{
    // Less than a page: a list whose turn has not come stops after its first one.
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
            while (true)
            {
                while (running.Count < parallelism && waiting.MoveNext())
                {
                    running.Enqueue(Start(waiting.Current, list, abandon.Token));
                }

                if (!running.TryPeek(out var current))
                {
                    yield break;
                }

                await foreach (var item in current.Items.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return new ListPart<TPart, T>(current.Part, item, Fault: null);
                }

                var fault = await current.End.ConfigureAwait(false);
                running.Dequeue();
                yield return new ListPart<TPart, T>(current.Part, Item: null, fault);
            }
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            foreach (var (_, _, end) in running)
            {
                _ = end.ContinueWith(
                    static t => _ = t.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
            }
        }
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
            // What ended it otherwise comes out of the task.
            writer.TryComplete();
        }
    }
}
