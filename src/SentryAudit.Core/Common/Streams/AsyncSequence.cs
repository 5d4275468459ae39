using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SentryAudit.Common.Streams;

/// <summary>Operations on streams.</summary>
internal static class AsyncSequence
{
    /// <summary>
    /// Groups a stream into arrays of at most a size, in order. Items that came before a failure are given before it is thrown.
    /// </summary>
    public static async IAsyncEnumerable<T[]> InGroupsOf<T>(
        this IAsyncEnumerable<T> items,
        int size,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = items.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            var (group, failure) = await ReadGroupAsync(source, size).ConfigureAwait(false);
            if (group.Length > 0)
            {
                yield return group;
            }

            failure?.Throw();
            if (group.Length < size)
            {
                yield break;
            }
        }
    }

    /// <summary>Makes a call for each item, several at the same time, and gives the results in the order of the items.</summary>
    public static async IAsyncEnumerable<TResult> SelectInParallel<T, TResult>(
        this IEnumerable<T> items,
        int parallelism,
        Func<T, CancellationToken, Task<TResult>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                running.Enqueue(call(item, abandon.Token));
                if (running.Count == parallelism)
                {
                    yield return await running.Dequeue().ConfigureAwait(false);
                }
            }

            while (running.TryDequeue(out var next))
            {
                yield return await next.ConfigureAwait(false);
            }
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            running.Abandon();
        }
    }

    /// <summary>Turns items that are read without waiting into a stream that can be cancelled between two items.</summary>
    public static async IAsyncEnumerable<T> AsStream<T>(
        this IEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <summary>Gives the items of a stream until it fails, and ends there.</summary>
    /// <param name="items">The stream.</param>
    /// <param name="report">Receives the fault that ended the stream.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    public static async IAsyncEnumerable<T> UntilFault<T>(
        this IAsyncEnumerable<T> items,
        Action<SentryException> report,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = items.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await source.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (SentryException fault)
            {
                report(fault);
                yield break;
            }

            yield return source.Current;
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    private static async Task<(T[] Group, ExceptionDispatchInfo? Failure)> ReadGroupAsync<T>(
        ConfiguredCancelableAsyncEnumerable<T>.Enumerator source,
        int size)
    {
        var group = new List<T>(size);
        try
        {
            while (group.Count < size && await source.MoveNextAsync())
            {
                group.Add(source.Current);
            }
        }
        catch (SentryException fault)
        {
            return ([.. group], ExceptionDispatchInfo.Capture(fault));
        }

        return ([.. group], null);
    }
}
