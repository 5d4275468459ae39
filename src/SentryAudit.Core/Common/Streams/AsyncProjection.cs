using System.Runtime.CompilerServices;

namespace SentryAudit.Common.Streams;

/// <summary>Makes other things of the items of a stream.</summary>
internal static class AsyncProjection
{
    /// <summary>What is made of each item of a stream, one after the other.</summary>
    public static async IAsyncEnumerable<TResult> SelectMany<T, TResult>(
        this IAsyncEnumerable<T> items, Func<T, IEnumerable<TResult>> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var result in make(item))
            {
                yield return result;
            }
        }
    }
}
