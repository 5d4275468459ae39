using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.SignIn;

namespace SentryAudit.Connections;

/// <summary>
/// Makes a connection and proves it: asks Sentry who the token is and which organizations it sees, both at once. Sentry
/// answers only one of the two to some kinds of token, so either is enough.
/// </summary>
internal static class SentryConnector
{
    /// <exception cref="SentryException">Sentry refused the token, or could not be reached.</exception>
    public static async Task<SentryConnection> ConnectAsync(
        ConnectionSettings settings,
        ISentryTransportFactory transports,
        ITransportObserver observer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var hosts = new TrustedHosts(settings.BaseUri);
        var renewing = settings.Session is { } session ? Renewing(settings, session, transports, clock) : null;
        var transport = CreateTransport(settings, transports, hosts, clock, renewing ?? (ITokenSource)new FixedToken(settings.Token));
        try
        {
            var directory = new OrganizationDirectory(settings.BaseUri, hosts);
            var index = AskAsync(async () =>
                (
                    await transport
                        .SendAsync(Request(settings, OrganizationEndpoints.Index, observer), WireJson.Default.WireIndex, cancellationToken)
                        .ConfigureAwait(false)
                ).Value);
            var organizations = AskAsync(() =>
                ReadOrganizationsAsync(transport, Request(settings, OrganizationEndpoints.Organizations, observer), cancellationToken));
            var (identity, refusal) = await index.ConfigureAwait(false);
            var (seen, fault) = await organizations.ConfigureAwait(false);
            if (seen is null && !(IsForbidden(fault) && (identity?.User is not null || IsBound(refusal))))
            {
                throw fault!;
            }

            foreach (var organization in seen ?? Claimed(settings))
            {
                directory.Add(organization);
            }

            if (seen is not null && settings.Organization is { } wanted && directory.Find(wanted) is null)
            {
                throw OrganizationDirectory.NotFound(wanted, settings.BaseUri, seen.Select(organization => organization.Slug!));
            }

            return new SentryConnection(transport, directory)
            {
                BaseUri = settings.BaseUri,
                Organization = settings.Organization ?? OnlyOne(seen, refusal),
                TokenKind = Kind(settings, identity, refusal),
                User = identity?.User?.Email ?? identity?.User?.Username ?? settings.Session?.SignedIn.Account,
                Scopes = identity?.Auth?.Scopes is { } scopes ? new StringList(scopes.Order(StringComparer.Ordinal)) : null,
                Organizations = seen is null
                    ? null
                    : new StringList(seen.Select(organization => organization.Slug!).Order(StringComparer.Ordinal)),
                Renewing = renewing,
                Source = settings.Source,
                Timeout = settings.Timeout,
                MaximumRetryCount = settings.MaximumRetryCount,
                ConnectedAt = clock.GetUtcNow(),
                Clock = clock,
                InventoryRoot = settings.InventoryRoot,
            };
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>An OAuth application's way to a Sentry, for a sign-in.</summary>
    public static (OAuthClient Client, ISentryTransport Transport) CreateClient(
        ConnectionSettings settings, string clientId, SecretText? clientSecret, ISentryTransportFactory transports, TimeProvider clock)
    {
        var transport = CreateTransport(settings, transports, new TrustedHosts(settings.BaseUri), clock, new FixedToken());
        return (new OAuthClient(transport, settings.BaseUri, clientId, clientSecret, clock), transport);
    }

    private static ISentryTransport CreateTransport(
        ConnectionSettings settings,
        ISentryTransportFactory transports,
        TrustedHosts hosts,
        TimeProvider clock,
        ITokenSource tokens) =>
        transports.Create(
            new TransportSettings
            {
                Tokens = tokens,
                Hosts = hosts,
                AllowInsecure = settings.AllowInsecure,
                AttemptTimeout = settings.Timeout,
                MaximumRetryCount = settings.MaximumRetryCount,
                Clock = clock,
            }
        );

    private static RenewingToken Renewing(
        ConnectionSettings settings,
        OpenSession session,
        ISentryTransportFactory transports,
        TimeProvider clock)
    {
        var (client, transport) = CreateClient(settings, session.SignedIn.ClientId, session.SignedIn.ClientSecret, transports, clock);
        return new RenewingToken(session, client, transport, clock);
    }

    private static SentryRequest Request(ConnectionSettings settings, SentryEndpoint endpoint, ITransportObserver observer) => new()
    {
        Host = settings.BaseUri,
        Endpoint = endpoint,
        Path = endpoint.Template,
        IsFirstContact = true,
        Observer = observer,
    };

    private static async Task<WireOrganization[]?> ReadOrganizationsAsync(
        ISentryTransport transport,
        SentryRequest request,
        CancellationToken cancellationToken)
    {
        var organizations = new List<WireOrganization>();
        var pages = new PageReader<WireOrganization>("organizations", FetchAsync, organization => organization.Id);
        await foreach (var (organization, _) in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            organizations.Add(organization);
        }

        return [.. organizations];

        async Task<Page<WireOrganization>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var query = Query.Empty.With("per_page", "100").WithOptional("cursor", cursor).Parameters;
            var response = await transport
                .SendAsync(request with { Query = query }, WireJson.Default.WireOrganizationArray, ct).ConfigureAwait(false);
            return new Page<WireOrganization>(response.Value ?? [], response.Link, response.ReceivedAt);
        }
    }

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

    // An organization token may not list organizations, but says which one it belongs to, and where that lives.
    private static WireOrganization[] Claimed(ConnectionSettings settings) =>
        SentryToken.Read(settings.Token) is { Organization: { } slug } claims
            ?
            [
                new WireOrganization
                {
                    Slug = slug,
                    Links = new WireOrganization.WireLinks { RegionUrl = claims.RegionUrl },
                },
            ]
            : [];

    private static bool IsForbidden(SentryException? fault) => fault is SentryApiException { Status: 403 };

    // A token that is bound to an organization needs no default written down.
    private static string? OnlyOne(WireOrganization[]? seen, SentryException? refusal) =>
        IsBound(refusal) && seen is [var only] ? only.Slug : null;

    private static SentryTokenKind Kind(ConnectionSettings settings, WireIndex? identity, SentryException? refusal) =>
        SentryToken.Read(settings.Token).Kind switch
        {
            _ when settings.Session is not null => SentryTokenKind.OAuth,
            SentryTokenKind.Unknown when IsBound(refusal) => SentryTokenKind.Integration,
            SentryTokenKind.Unknown when identity?.User is not null => SentryTokenKind.Personal,
            var kind => kind,
        };

    private static bool IsBound(SentryException? refusal) =>
        refusal is SentryApiException { Status: 401, Detail: TokenRemedies.OrganizationOnly };
}
