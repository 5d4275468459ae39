using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SentryAudit.Api;

/// <summary>Reads several streams side by side and gives them one after the other.</summary>
internal static class OrderedMerge
{
    // Two pages: enough to keep a stream busy while others are consumed, few enough to hold for all of them.
    private const int HeldPerStream = 200;

    /// <summary>
    /// The items of each stream, stream by stream in their order, while the next ones are already being read. Each holds
    /// only so many items until its turn comes, so that long streams cost no memory.
    /// </summary>
    public static async IAsyncEnumerable<TResult> ConcatInParallel<T, TResult>(
        this IEnumerable<T> items, int parallelism, Func<T, CancellationToken, IAsyncEnumerable<TResult>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<ChannelReader<TResult>>();
        using var waiting = items.GetEnumerator();
        try
        {
            while (true)
            {
                while (running.Count < parallelism && waiting.MoveNext())
                {
                    var channel = Channel.CreateBounded<TResult>(new BoundedChannelOptions(HeldPerStream) { SingleReader = true, SingleWriter = true });
                    running.Enqueue(channel.Reader);
                    _ = PumpAsync(read(waiting.Current, abandon.Token), channel.Writer, abandon.Token);
                }

                if (!running.TryPeek(out var first))
                {
                    yield break;
                }

                await foreach (var item in first.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return item;
                }

                running.Dequeue();
            }
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
        }
    }

    // Never faults: the channel carries the failure to whoever reads it.
    private static async Task PumpAsync<TResult>(IAsyncEnumerable<TResult> items, ChannelWriter<TResult> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            }

            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
        }
    }
}
