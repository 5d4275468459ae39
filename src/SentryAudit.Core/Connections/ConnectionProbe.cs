using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Connections;

/// <summary>
/// Asks Sentry, at the same time, whose token it is and which organizations the token sees. For some kinds of token, Sentry answers only
/// one of the two.
/// </summary>
internal sealed class ConnectionProbe(ConnectionSettings settings, ISentryTransport transport, ITransportObserver observer)
{
    /// <exception cref="SentryException">Sentry refused the token, or could not be reached.</exception>
    public async Task<TokenIdentity> RunAsync(CancellationToken cancellationToken)
    {
        var index = AskAsync(() => ReadIndexAsync(cancellationToken));
        var organizations = AskAsync(() => ReadOrganizationsAsync(cancellationToken));
        var (owner, refusal) = await index.ConfigureAwait(false);
        var (seen, fault) = await organizations.ConfigureAwait(false);
        var identity = new TokenIdentity(settings, owner, refusal, seen);
        if (seen is null && !(IsForbidden(fault) && identity.IsProven))
        {
            throw fault!;
        }

        return await ReadUnlistedAsync(seen, cancellationToken).ConfigureAwait(false) is { } unlisted
            ? new TokenIdentity(settings, owner, refusal, seen) { Unlisted = unlisted }
            : identity;
    }

    // The list is empty for the token of an internal integration, which works in its organization all the same.
    private async Task<WireOrganization?> ReadUnlistedAsync(WireOrganization[]? seen, CancellationToken cancellationToken)
    {
        if (seen is null || settings.Organization is not { } slug || seen.Any(one => IsNamed(one, slug)))
        {
            return null;
        }

        var endpoint = OrganizationEndpoints.Organization;
        var request = Request(endpoint) with
        {
            Path = endpoint.Of(new OrganizationHome(slug, Id: null, settings.BaseUri)).Path,
            Query = Query.Empty.With("detailed", "0").Parameters,
        };
        var (found, fault) = await AskAsync<WireOrganization>(async () =>
            (await transport.SendAsync(request, WireJson.Default.WireOrganization, cancellationToken).ConfigureAwait(false)).Value)
            .ConfigureAwait(false);
        return fault is null or SentryApiException { Status: 401 or 403 or 404 }
            ? found is not null && IsNamed(found, slug) ? found : null
            : throw fault;
    }

    private static bool IsNamed(WireOrganization organization, string key) =>
        string.Equals(organization.Slug, key, StringComparison.OrdinalIgnoreCase) || organization.Id == key;

    private async Task<WireIndex?> ReadIndexAsync(CancellationToken cancellationToken)
    {
        var request = Request(OrganizationEndpoints.Index);
        var response = await transport.SendAsync(request, WireJson.Default.WireIndex, cancellationToken).ConfigureAwait(false);
        return response.Value;
    }

    private async Task<WireOrganization[]?> ReadOrganizationsAsync(CancellationToken cancellationToken)
    {
        var organizations = new List<WireOrganization>();
        var pages = new PageReader<WireOrganization>("organizations", FetchAsync, organization => organization.Id, ListOrder.Holds);
        await foreach (var (organization, _) in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            organizations.Add(organization);
        }

        return [.. organizations];
    }

    private async Task<Page<WireOrganization>> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        var query = Query.Empty.With("per_page", "100").WithOptional("cursor", cursor).Parameters;
        var request = Request(OrganizationEndpoints.Organizations) with { Query = query };
        var response = await transport.SendAsync(request, WireJson.Default.WireOrganizationArray, cancellationToken).ConfigureAwait(false);
        return new Page<WireOrganization>(response.Value ?? [], response.Link, response.ReceivedAt) { Total = response.Total };
    }

    private SentryRequest Request(SentryEndpoint endpoint) => new()
    {
        Host = settings.BaseUri,
        Endpoint = endpoint,
        Path = endpoint.Template,
        IsFirstContact = true,
        Observer = observer,
    };

    private static async Task<(T? Value, SentryException? Fault)> AskAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return (await ask().ConfigureAwait(false), null);
        }
        catch (SentryException fault)
        {
            return (null, fault);
        }
    }

    private static bool IsForbidden(SentryException? fault) => fault is SentryApiException { Status: 403 };
}
