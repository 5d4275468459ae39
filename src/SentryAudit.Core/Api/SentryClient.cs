using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

/// <summary>
/// Sentry's API in the module's own terms: typed, streaming, one method a listing. Made anew for each cmdlet call, so
/// that what the transport reports reaches the pipeline that asked.
/// </summary>
internal sealed partial class SentryClient(SentrySite connection, ITransportObserver observer)
{
    private SentryApi Areas => new(connection, observer);

    private const string PageSize = "100";

    /// <summary>Requests sent side by side where many independent ones are needed.</summary>
    private const int Parallelism = 8;

    private Task<(T Value, LinkHeader? Link, DateTimeOffset ReceivedAt)> GetAsync<T>(
        OrganizationHome organization,
        SentryEndpoint endpoint,
        string path,
        Query query,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken) =>
        GetAsync(
            endpoint.Silo is SentrySilo.Control ? connection.BaseUri : organization.Host,
            endpoint,
            path,
            query,
            type,
            cancellationToken);

    private async Task<(T Value, LinkHeader? Link, DateTimeOffset ReceivedAt)> GetAsync<T>(
        Uri host, SentryEndpoint endpoint, string path, Query query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var request = new SentryRequest { Host = host, Endpoint = endpoint, Path = path, Query = query.Parameters, Observer = observer };
        var response = await connection.Transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);

        // Nothing at all is not an empty list.
        return response.Value is { } value
            ? (value, response.Link, response.ReceivedAt)
            : throw SentryFaults.Unreadable(request, response.Status, isHtml: false, inner: null);
    }

    /// <summary>All pages of a list endpoint.</summary>
    /// <param name="listing">What is listed, for errors.</param>
    private IAsyncEnumerable<(T Item, DateTimeOffset ReadAt)> ReadPagesAsync<T>(
        string listing,
        Uri host,
        SentryEndpoint endpoint,
        string path,
        Query query,
        JsonTypeInfo<T[]> type,
        Func<T, string?> id,
        CancellationToken cancellationToken)
    {
        async Task<Page<T>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var (items, link, readAt) = await GetAsync(
                    host,
                    endpoint,
                    path,
                    query.With("per_page", PageSize).WithOptional("cursor", cursor),
                    type,
                    ct).ConfigureAwait(false);
            return new Page<T>(items, link, readAt);
        }

        return new PageReader<T>(listing, FetchAsync, id).ReadAsync(cancellationToken);
    }

    private async IAsyncEnumerable<TModel> ListAsync<TWire, TModel>(
        string what,
        OrganizationHome organization,
        SentryEndpoint endpoint,
        Query query,
        JsonTypeInfo<TWire[]> type,
        Func<TWire, string?> id,
        Func<TWire, DateTimeOffset, TModel> map,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = endpoint.Path(organization.Slug);
        await foreach (
            var (item, readAt) in ReadPagesAsync(
                    $"{what} of {organization}",
                    organization.Host,
                    endpoint,
                    path,
                    query,
                    type,
                    id,
                    cancellationToken).ConfigureAwait(false))
        {
            yield return map(item, readAt);
        }
    }
}
