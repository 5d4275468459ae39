using System.Runtime.CompilerServices;

namespace SentryAudit.Api.Calls;

/// <summary>Lists in which something is looked up: what an item says that could not be told is unknown, and no more than that.</summary>
internal static class Untold
{
    /// <summary>The items of a list that could be told. A list that breaks off is a failure all the same.</summary>
    public static async IAsyncEnumerable<T> UntilUntold<T>(
        this IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
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
                return false;
            }
        }
    }
}
