using System.Runtime.CompilerServices;
using System.Text.Json;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Wire;
using SentryAudit.Http;

namespace SentryAudit.Api;

/// <summary>Any call of the API, with the answer as Sentry gives it.</summary>
internal sealed class RawApi(ApiConnection api, OrganizationsApi organizations)
{
    /// <summary>What one call answers: the items of a list, or the one thing; nothing when the answer is empty.</summary>
    /// <param name="call">What is called.</param>
    /// <param name="morePages">Told when Sentry has further pages, which this does not read.</param>
    public async IAsyncEnumerable<JsonElement> InvokeAsync(
        ApiCall call, Action morePages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var host = await HostOfAsync(call.Path, cancellationToken).ConfigureAwait(false);
        var response = await SendAsync(call, host, cursor: null, cancellationToken).ConfigureAwait(false);
        foreach (var item in Items(response.Value))
        {
            yield return item;
        }

        if (response.Link is { HasNext: true })
        {
            morePages();
        }
    }

    /// <summary>The items of all pages, as they come. Nothing is dropped: what slides from one page to the next comes twice.</summary>
    public async IAsyncEnumerable<JsonElement> InvokePagesAsync(ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var host = await HostOfAsync(call.Path, cancellationToken).ConfigureAwait(false);
        async Task<Page<JsonElement>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var response = await SendAsync(call, host, cursor, ct).ConfigureAwait(false);
            return new Page<JsonElement>([.. Items(response.Value)], response.Link, response.ReceivedAt);
        }

        var pages = new PageReader<JsonElement>(call.Path.Path, FetchAsync, static _ => null, ListOrder.Unknown);
        await foreach (var (item, _) in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private Task<SentryResponse<JsonElement>> SendAsync(ApiCall call, Uri host, string? cursor, CancellationToken cancellationToken)
    {
        var query = call.Path.Query.Concat(call.Query);
        var request = new SentryRequest
        {
            Method = call.Method,
            Host = host,
            Endpoint = call.Path.Endpoint,
            Path = call.Path.Path,
            Query = cursor is null ? [.. query] : [.. query.Where(parameter => parameter.Key != "cursor"), new("cursor", cursor)],
            Body = call.Body,
            Observer = api.Observer,
        };
        return api.Site.Transport.SendAsync(request, RawJsonConverter.Reader, cancellationToken);
    }

    private async Task<Uri> HostOfAsync(ApiPath path, CancellationToken cancellationToken)
    {
        // The transport refuses a host that the token was not given for.
        if (path.Host is not null
            || path.Organization is not { Length: > 0 } slug
            || new OrganizationReference(slug) is not { IsPattern: false } organization)
        {
            return path.Host ?? api.Site.BaseUri;
        }

        await foreach (var home in organizations.ResolveAsync(organization, cancellationToken).ConfigureAwait(false))
        {
            return home.Host;
        }

        return api.Site.BaseUri;
    }

    private static IEnumerable<JsonElement> Items(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => answer.EnumerateArray(),
        _ => [answer],
    };
}
