using System.Runtime.CompilerServices;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api.Calls;

/// <summary>An older endpoint in the place of one that a Sentry does not know.</summary>
internal static class Fallback
{
    /// <summary>A sequence, or another one in its place when this Sentry does not know the first one's endpoint.</summary>
    public static async IAsyncEnumerable<T> OrWhenMissing<T>(
        this IAsyncEnumerable<T> primary,
        SentryEndpoint endpoint,
        Func<IAsyncEnumerable<T>> fallback,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = primary.ConfigureAwait(false).WithCancellation(cancellationToken).GetAsyncEnumerator();
        bool? more;
        try
        {
            more = await items.MoveNextAsync();
        }
        catch (SentryApiException fault) when (fault.Status is 404 && fault.Endpoint == $"GET {endpoint.Template}")
        {
            more = null;
        }

        if (more is null)
        {
            await foreach (var item in fallback().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }

            yield break;
        }

        while (more is true)
        {
            yield return items.Current;
            more = await items.MoveNextAsync();
        }
    }
}
