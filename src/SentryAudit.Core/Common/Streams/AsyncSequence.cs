using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SentryAudit.Common.Streams;

/// <summary>What streams need here beyond a plain loop.</summary>
internal static class AsyncSequence
{
    /// <summary>Groups a stream into arrays of at most a size, in order. What came before a failure is given before it.</summary>
    public static async IAsyncEnumerable<T[]> InGroupsOf<T>(
        this IAsyncEnumerable<T> items,
        int size,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var group = new List<T>(size);
        await using var source = items.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        ExceptionDispatchInfo? failure = null;
        while (failure is null)
        {
            try
            {
                if (!await source.MoveNextAsync())
                {
                    break;
                }

                group.Add(source.Current);
            }
            catch (SentryException fault)
            {
                failure = ExceptionDispatchInfo.Capture(fault);
            }

            if (group.Count == size)
            {
                yield return [.. group];
                group.Clear();
            }
        }

        if (group.Count > 0)
        {
            yield return [.. group];
        }

        failure?.Throw();
    }

    /// <summary>Runs a call per item, several at once, and gives the results in the items' order.</summary>
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
            foreach (var task in running)
            {
                _ = task.ContinueWith(
                    static t => _ = t.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
            }
        }
    }

    /// <summary>What is read without waiting, as a stream that can be cancelled between two items.</summary>
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

    /// <summary>The whole of a stream.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
