using System.Runtime.CompilerServices;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Turns Sentry's pages into one stream: every item that was there from the first request to the last is given once, or the listing ends
/// with an error. Page k+1 is on its way while page k is consumed, so at most two pages are held, and of the rest only the ids;
/// disposing the enumerator abandons the page on its way.
/// </summary>
/// <param name="listing">What is listed, for errors: <c>members of acme</c>.</param>
/// <param name="fetch">Gets the page of a cursor; null is the first.</param>
/// <param name="id">An item's id; null for items that are never the same.</param>
/// <param name="order">What may happen to the order of the list meanwhile.</param>
internal sealed class PageReader<T>(
    string listing, Func<string?, CancellationToken, Task<Page<T>>> fetch, Func<T, string?> id, ListOrder order)
{
    /// <summary>Gets the pages of the same list in an order that holds; null where Sentry has none.</summary>
    public Func<string?, CancellationToken, Task<Page<T>>>? FetchInOrder { get; init; }

    /// <summary>Every item once, with the UTC time of its page's read.</summary>
    /// <exception cref="SentryException">The first page could not be read.</exception>
    /// <exception cref="IncompleteListingException">
    /// A later page could not be read, it is unknown whether the list is whole, or some items could not be told.
    /// </exception>
    public async IAsyncEnumerable<(T Item, DateTimeOffset ReadAt)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (seen, proof, untold) = (new SeenIds(), new ListProof(order), new UntoldItems<T>(listing, id));
        var (items, pages) = (0, 0);
        try
        {
            bool isWhole;
            do
            {
                seen.StartPass();
                untold.StartPass();
                var inOrder = proof.Passes > 0 ? FetchInOrder : null;
                using var ahead = new PageAhead<T>(inOrder ?? fetch, abandon.Token);
                ahead.Ask(cursor: null);
                var page = await ReadAsync(ahead.TakeAsync, seen, pages, abandon.Token).ConfigureAwait(false);
                var holds = inOrder is not null || (order is ListOrder.Holds && proof.Passes == 0);
                using var pass = PassOf(page!, ahead, seen, holds ? untold.IdOf : null);
                var total = page!.Total;
                while (page is not null)
                {
                    pages++;
                    untold.StartPage();
                    foreach (var item in page.Items)
                    {
                        if (seen.IsNew(untold.IdOf(item)) & untold.Take(item))
                        {
                            items++;
                            yield return (item, page.ReceivedAt);
                        }
                    }

                    page = null;
                    page = pass is null ? null : await ReadAsync(pass.NextAsync, seen, pages, abandon.Token).ConfigureAwait(false);
                    total = page is null ? total : page.Total;
                }

                isWhole = proof.Accept(pass, total, seen, isInOrder: inOrder is not null);
            }
            while (!isWhole && !proof.IsHopeless);

            if (!isWhole)
            {
                throw new IncompleteListingException(listing, (int)seen.Count, pages, proof.Fault(seen), isCut: false);
            }

            untold.ThrowIfAny(items, pages);
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>How to read on behind a first page; null when nothing follows it.</summary>
    private static IListPass<T>? PassOf(
        Page<T> first, PageAhead<T> ahead, SeenIds seen, Func<T, string?>? anchor) => first.Next?.HasNext is false
        ? null
        : anchor is not null && AnchoredPages.After(first) is { } plan
            ? new AnchoredPass<T>(plan, ahead, seen, anchor)
            : new OwnPass<T>(first, ahead, seen);

    private async Task<TPage> ReadAsync<TPage>(
        Func<CancellationToken, Task<TPage>> read, SeenIds seen, int pages, CancellationToken cancellationToken)
    {
        try
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryException fault) when (pages > 0)
        {
            throw new IncompleteListingException(listing, (int)seen.Count, pages, fault);
        }
    }
}
