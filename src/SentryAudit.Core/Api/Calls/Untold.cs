using System.Runtime.CompilerServices;

namespace SentryAudit.Api.Calls;

/// <summary>What an item that could not be told means for more than its own list.</summary>
internal static class Untold
{
    /// <summary>
    /// Several lists as one. Items that could not be told in one of them are no reason not to read the others, and are a failure at
    /// the end.
    /// </summary>
    /// <exception cref="IncompleteListingException">Some items could not be told.</exception>
    public static async IAsyncEnumerable<T> InTurn<T>(
        this IEnumerable<IAsyncEnumerable<T>> lists, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IncompleteListingException? first = null;
        foreach (var list in lists)
        {
            await foreach (var item in list.UntilUntold(fault => first ??= fault, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }

    /// <summary>
    /// The items of a list in which something is looked up: what an item says that could not be told is unknown, and no more than
    /// that. A list that breaks off is a failure all the same.
    /// </summary>
    public static IAsyncEnumerable<T> AsFarAsTold<T>(this IAsyncEnumerable<T> items, CancellationToken cancellationToken) =>
        items.UntilUntold(static _ => { }, cancellationToken);

    private static async IAsyncEnumerable<T> UntilUntold<T>(
        this IAsyncEnumerable<T> items,
        Action<IncompleteListingException> note,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = items.ConfigureAwait(false).WithCancellation(cancellationToken).GetAsyncEnumerator();
        while (await HasNextAsync().ConfigureAwait(false))
        {
            yield return source.Current;
        }

        async Task<bool> HasNextAsync()
        {
            try
            {
                return await source.MoveNextAsync();
            }
            catch (IncompleteListingException fault) when (fault.IsReadToEnd)
            {
                note(fault);
                return false;
            }
        }
    }
}
