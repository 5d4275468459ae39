using SentryAudit.Api;
using SentryAudit.Api.Wire;

namespace SentryAudit.Connections;

/// <summary>
/// Makes a connection and proves it: asks Sentry who the token is and which organizations it sees, both at once. Sentry
/// answers only one of the two to some kinds of token, so either is enough.
/// </summary>
internal static class SentryConnector
{
    /// <exception cref="SentryException">Sentry refused the token, or could not be reached.</exception>
    public static async Task<SentryConnection> ConnectAsync(
        ConnectionSettings settings, ISentryTransportFactory transports, ITransportObserver observer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var hosts = new TrustedHosts(settings.BaseUri);
        var transport = transports.Create(new TransportSettings
        {
            Token = settings.Token,
            Hosts = hosts,
            AllowInsecure = settings.AllowInsecure,
            AttemptTimeout = settings.Timeout,
            MaximumRetryCount = settings.MaximumRetryCount,
            Clock = clock,
        });
        try
        {
            var directory = new OrganizationDirectory(settings.BaseUri, hosts);
            var index = AskAsync(transport, Request(settings, SentryEndpoints.Index, observer), WireJson.Default.WireIndex, cancellationToken);
            var organizations = AskAsync(transport, Request(settings, SentryEndpoints.Organizations, observer), WireJson.Default.WireOrganizationArray, cancellationToken);
            var (identity, refusal) = await index.ConfigureAwait(false);
            var (seen, fault) = await organizations.ConfigureAwait(false);
            if (seen is null && (identity?.User is null || fault is not { Status: 403 }))
            {
                throw fault!;
            }

            foreach (var organization in seen ?? [])
            {
                directory.Add(organization);
            }

            return new SentryConnection(transport, directory)
            {
                BaseUri = settings.BaseUri,
                Organization = settings.Organization ?? OnlyOne(seen, refusal),
                TokenKind = Kind(settings, identity, refusal),
                User = identity?.User?.Email ?? identity?.User?.Username,
                Scopes = identity?.Auth?.Scopes is { } scopes ? new StringList(scopes.Order(StringComparer.Ordinal)) : null,
                Organizations = seen is null ? null : new StringList(seen.Select(organization => organization.Slug!).Order(StringComparer.Ordinal)),
                Source = settings.Source,
                Timeout = settings.Timeout,
                MaximumRetryCount = settings.MaximumRetryCount,
                ConnectedAt = clock.GetUtcNow(),
                Clock = clock,
            };
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    private static SentryRequest Request(ConnectionSettings settings, SentryEndpoint endpoint, ITransportObserver observer) => new()
    {
        Host = settings.BaseUri,
        Endpoint = endpoint,
        Path = endpoint.Template,
        Observer = observer,
    };

    private static async Task<(T? Value, SentryApiException? Fault)> AskAsync<T>(
        ISentryTransport transport, SentryRequest request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return ((await transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false)).Value, null);
        }
        catch (SentryApiException fault)
        {
            return (null, fault);
        }
    }

    // A token that is bound to an organization needs no default written down.
    private static string? OnlyOne(WireOrganization[]? seen, SentryApiException? refusal) =>
        IsBound(refusal) && seen is [var only] ? only.Slug : null;

    private static SentryTokenKind Kind(ConnectionSettings settings, WireIndex? identity, SentryApiException? refusal) => SentryToken.Read(settings.Token).Kind switch
    {
        SentryTokenKind.Unknown when IsBound(refusal) => SentryTokenKind.Integration,
        SentryTokenKind.Unknown when identity?.User is not null => SentryTokenKind.Personal,
        var kind => kind,
    };

    private static bool IsBound(SentryApiException? refusal) => refusal is { Status: 401, Detail: TokenRemedies.OrganizationOnly };
}
