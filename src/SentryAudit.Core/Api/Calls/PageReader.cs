using System.Runtime.CompilerServices;
using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Turns Sentry's pages into one stream. Page k+1 is on its way while page k is consumed, so at most two pages are
/// held; disposing the enumerator abandons the page on its way. Items that slide from one page to the next while
/// somebody changes the list are given once.
/// </summary>
/// <param name="listing">What is listed, for errors: <c>members of acme</c>.</param>
/// <param name="fetch">Gets the page of a cursor; null is the first. The only place that knows about cursors beyond "the next one".</param>
/// <param name="id">An item's id; null for items that are never the same.</param>
internal sealed class PageReader<T>(string listing, Func<string?, CancellationToken, Task<Page<T>>> fetch, Func<T, string?> id)
{
    // Pages slide by the few items somebody adds between two requests; remembering every id would cost memory by the estate.
    private const int PagesRemembered = 4;

    /// <summary>Every item once, with the UTC time of its page's read.</summary>
    /// <exception cref="SentryException">The first page could not be read.</exception>
    /// <exception cref="IncompleteListingException">
    /// A later page could not be read, Sentry did not say whether there is one, or some items could not be told.
    /// </exception>
    public async IAsyncEnumerable<(T Item, DateTimeOffset ReadAt)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var seen = new RecentIds(PagesRemembered);
        var untold = new UntoldItems(listing);
        var (items, pages) = (0, 0);
        Task<Page<T>>? next = fetch(null, abandon.Token);
        try
        {
            string? cursor = null;
            while (next is not null)
            {
                var page = await Await(next, items, pages).ConfigureAwait(false);
                pages++;
                var after = page.Next is { HasNext: true, NextCursor: { Length: > 0 } following } && following != cursor ? following : null;
                next = after is null ? null : fetch(after, abandon.Token);
                seen.StartPage();
                foreach (var item in page.Items)
                {
                    if (untold.IsTold(item) && seen.IsNew(id(item)))
                    {
                        items++;
                        yield return (item, page.ReceivedAt);
                    }
                }

                if (after is null && page.Next?.HasNext is not false)
                {
                    throw new IncompleteListingException(listing, items, pages, Unending(page.Next, cursor));
                }

                cursor = after;
            }

            untold.ThrowIfAny(items, pages);
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            next?.ContinueWith(
                static t => _ = t.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        }
    }

    private async Task<Page<T>> Await(Task<Page<T>> page, int items, int pages)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (SentryException fault) when (pages > 0)
        {
            throw new IncompleteListingException(listing, items, pages, fault);
        }
    }

    private static SentryException Unending(LinkHeader? link, string? cursor) => new(
        "SentryPagingUnclear",
        SentryErrorCategory.InvalidResult,
        link?.NextCursor is { } next && next == cursor
            ? $"Sentry's next cursor is the one just read ({next})."
            : "Sentry's answer had no usable Link header, so it is unknown whether more pages follow.",
        "Look for a proxy that removes or rewrites the Link header.");
}
