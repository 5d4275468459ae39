using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

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
        return seen is null && !(IsForbidden(fault) && identity.IsProven) ? throw fault! : identity;
    }

    private async Task<WireIndex?> ReadIndexAsync(CancellationToken cancellationToken)
    {
        var request = Request(OrganizationEndpoints.Index);
        var response = await transport.SendAsync(request, WireJson.Default.WireIndex, cancellationToken).ConfigureAwait(false);
        return response.Value;
    }

    private async Task<WireOrganization[]?> ReadOrganizationsAsync(CancellationToken cancellationToken)
    {
        var organizations = new List<WireOrganization>();
        var pages = new PageReader<WireOrganization>("organizations", FetchAsync, organization => organization.Id);
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
        return new Page<WireOrganization>(response.Value ?? [], response.Link, response.ReceivedAt);
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
