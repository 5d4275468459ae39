using SentryAudit.Api.Calls;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.SignIn;

namespace SentryAudit.Connections;

/// <summary>Makes a connection, and asks Sentry about its token before the connection is used.</summary>
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
        var hosts = new TrustedHosts(settings.BaseUri, settings.FollowRegion);
        var renewing = settings.Session is { } session ? CreateRenewing(settings, session, transports, clock) : null;
        var transport = CreateTransport(settings, transports, hosts, clock, renewing ?? (ITokenSource)new FixedToken(settings.Token));
        try
        {
            var identity = await new ConnectionProbe(settings, transport, observer).RunAsync(cancellationToken).ConfigureAwait(false);
            return Make(transport, MakeDirectory(settings, hosts, identity), identity, renewing, clock);
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>Makes the client with which an OAuth application signs in at a Sentry.</summary>
    public static (OAuthClient Client, ISentryTransport Transport) CreateClient(
        ConnectionSettings settings, string clientId, SecretText? clientSecret, ISentryTransportFactory transports, TimeProvider clock)
    {
        var hosts = new TrustedHosts(settings.BaseUri, settings.FollowRegion);
        var transport = CreateTransport(settings, transports, hosts, clock, new FixedToken());
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
                MaximumAnswerSize = settings.MaximumAnswerSize,
                Clock = clock,
            }
        );

    private static RenewingToken CreateRenewing(
        ConnectionSettings settings,
        OpenSession session,
        ISentryTransportFactory transports,
        TimeProvider clock)
    {
        var (client, transport) = CreateClient(settings, session.SignedIn.ClientId, session.SignedIn.ClientSecret, transports, clock);
        return new RenewingToken(session, client, transport, clock);
    }

    private static SentryConnection Make(
        ISentryTransport transport,
        OrganizationDirectory directory,
        TokenIdentity identity,
        RenewingToken? renewing,
        TimeProvider clock) =>
        new(transport, directory)
        {
            BaseUri = identity.Settings.BaseUri,
            Organization = identity.DefaultOrganization,
            TokenKind = identity.Kind,
            User = identity.User,
            Scopes = identity.Scopes,
            Organizations = identity.Slugs,
            Renewing = renewing,
            Source = identity.Settings.Source,
            Timeout = identity.Settings.Timeout,
            MaximumRetryCount = identity.Settings.MaximumRetryCount,
            ConnectedAt = clock.GetUtcNow(),
            Clock = clock,
            InventoryRoot = identity.Settings.InventoryRoot,
        };

    /// <exception cref="SentryException">The token does not see the organization that the settings name, or sees none at all.</exception>
    private static OrganizationDirectory MakeDirectory(ConnectionSettings settings, TrustedHosts hosts, TokenIdentity identity)
    {
        var directory = new OrganizationDirectory(settings.BaseUri, hosts);
        foreach (var organization in identity.Organizations)
        {
            directory.Add(organization);
        }

        return (identity.Slugs, identity.DefaultOrganization) switch
        {
            ({ Count: 0 }, null) => throw OrganizationDirectory.NoneSeen(settings.BaseUri),
            ({ }, { } wanted) when directory.Find(wanted) is null =>
                throw OrganizationDirectory.NotFound(wanted, settings.BaseUri, identity.Organizations.Select(one => one.Slug!)),
            _ => directory,
        };
    }
}
