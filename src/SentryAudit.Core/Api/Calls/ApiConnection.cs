using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Calls;

/// <summary>
/// What all areas of the API have in common: one thing, a list, a change. Made anew for each cmdlet call, so that what the
/// transport reports reaches the pipeline that asked.
/// </summary>
internal sealed class ApiConnection(SentrySite site, ITransportObserver observer)
{
    public const string PageSize = "100";

    /// <summary>Requests sent side by side where many independent ones are needed.</summary>
    public const int Parallelism = 8;

    public SentrySite Site => site;

    public ITransportObserver Observer => observer;

    public Task<Answer<T>> GetAsync<T>(EndpointAddress address, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        GetAsync(address, Query.Empty, type, cancellationToken);

    public Task<Answer<T>> GetAsync<T>(EndpointAddress address, Query query, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(Request(address) with { Query = query.Parameters }, type, cancellationToken);

    /// <summary>Null when Sentry has no such thing (404).</summary>
    public Task<Answer<T>?> FindAsync<T>(EndpointAddress address, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        FindAsync(address, Query.Empty, type, cancellationToken);

    /// <summary>Null when Sentry has no such thing (404).</summary>
    public async Task<Answer<T>?> FindAsync<T>(
        EndpointAddress address, Query query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(address, query, type, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException missing) when (missing.Status is 404)
        {
            return null;
        }
    }

    /// <summary>All items of a list, page by page, each with the UTC time of its page's read.</summary>
    /// <exception cref="SentryException">The first page could not be read.</exception>
    /// <exception cref="IncompleteListingException">A later page could not be read, or the list may not be whole.</exception>
    public async IAsyncEnumerable<ReadItem<T>> ReadAsync<T>(
        Listing<T> listing, OrganizationHome? organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = listing.In(organization);
        var query = listing.Query.With(listing.PageSizeName, PageSize);
        Func<string?, CancellationToken, Task<Page<T>>> PagesOf(Query list) => async (cursor, ct) =>
        {
            var page = await GetAsync(address, list.WithOptional("cursor", cursor), listing.Type, ct).ConfigureAwait(false);
            return new Page<T>(page.Value, page.Link, page.ReadAt) { Total = page.Total };
        };

        var pages = new PageReader<T>(listing.Describe(organization), PagesOf(query), listing.Id, listing.Order)
        {
            FetchInOrder = listing.Ordered is { } order ? PagesOf(query.Replace(order.Key, order.Value)) : null,
        };
        var (request, index) = (Request(address), 0);
        await foreach (var (item, readAt) in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new ReadItem<T>(item, readAt, request, index++);
        }
    }

    /// <summary>All items of a list as the module shows them.</summary>
    /// <param name="listing">What is listed.</param>
    /// <param name="organization">Whose it is; null for what belongs to none.</param>
    /// <param name="map">Makes a model of an item and the UTC time of its read.</param>
    public async IAsyncEnumerable<TModel> ListAsync<TWire, TModel>(
        Listing<TWire> listing,
        OrganizationHome? organization,
        Func<TWire, DateTimeOffset, TModel> map,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in ReadAsync(listing, organization, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Map(map);
        }
    }

    /// <summary>Sends a change whose answer says nothing that is needed but its status.</summary>
    public async Task<int> SendAsync(Write write, CancellationToken cancellationToken) =>
        (await site.Transport.SendAsync(Request(write), WireJson.Default.JsonElement, cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>Sends a change whose answer shows what is there now. Where it shows nothing, the answer got lost.</summary>
    public Task<Answer<T>> SendAsync<T>(Write write, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(Request(write), type, cancellationToken);

    public async Task<Answer<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var response = await site.Transport.SendAsync(request, type.Forgiving(), cancellationToken).ConfigureAwait(false);
        return AnswerOf(request, response);
    }

    /// <summary>An answer that says something: nothing at all is not an empty list, and what has no key is no answer.</summary>
    /// <exception cref="SentryApiException">It says nothing.</exception>
    public static Answer<T> AnswerOf<T>(SentryRequest request, SentryResponse<T> response) => response.Value switch
    {
        null => throw SentryFaults.Unreadable(request, response.Status, isHtml: false, inner: null),
        IKeyedAnswer { MissingKey: { } missing } => throw InvalidResponses.Keyless(request, response.Status, missing),
        { } value => new Answer<T>(value, response.Link, response.ReceivedAt) { Request = request, Total = response.Total },
    };

    public SentryRequest Request(EndpointAddress address) => new()
    {
        Host = address is { Organization: { } home, Endpoint.Silo: not SentrySilo.Control } ? home.Host : site.BaseUri,
        Endpoint = address.Endpoint,
        Path = address.Path,
        HiddenInPath = address.Hidden,
        Observer = observer,
    };

    private SentryRequest Request(Write write) => Request(write.Address) with { Method = write.Method, Body = write.Body?.ToJsonString() };
}
