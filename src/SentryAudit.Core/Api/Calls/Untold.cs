using System.Runtime.CompilerServices;
using SentryAudit.Common.Errors;

namespace SentryAudit.Api.Calls;

/// <summary>What an item that could not be told means for more than its own list.</summary>
internal static class Untold
{
    /// <summary>
    /// Several lists as one. Items that could not be told in one of them, and objects that were refused, are no reason not to read the
    /// others, and are a failure at the end.
    /// </summary>
    /// <exception cref="SentryException">Some items could not be told, or were refused.</exception>
    public static async IAsyncEnumerable<T> InTurn<T>(
        this IEnumerable<IAsyncEnumerable<T>> lists, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SentryException? first = null;
        foreach (var list in lists)
        {
            await foreach (var item in list.Until(
                fault => IsUntold(fault) || SameRefusals.IsOne(fault), fault => first ??= fault, cancellationToken).ConfigureAwait(false))
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
        items.Until(IsUntold, static _ => { }, cancellationToken);

    private static bool IsUntold(SentryException fault) => fault is IncompleteListingException { IsReadToEnd: true };

    private static async IAsyncEnumerable<T> Until<T>(
        this IAsyncEnumerable<T> items,
        Func<SentryException, bool> isEnd,
        Action<SentryException> note,
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
            catch (SentryException fault) when (isEnd(fault))
            {
                note(fault);
                return false;
            }
        }
    }
}
