using SentryAudit.Api;
using SentryAudit.Common.Text;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Benchmarks;

/// <summary>What a cmdlet does behind its parameters: client, reader, public objects, RestSharp and Polly in a private context.</summary>
internal sealed class WholeStack : IListing
{
    private readonly SentryConnection _connection;

    private WholeStack(SentryConnection connection, OrganizationHome organization) =>
        (_connection, Organization) = (connection, organization);

    public string Name => "SentryAudit";

    public OrganizationHome Organization { get; }

    /// <summary>Connects as Connect-Sentry does, and takes the only organization.</summary>
    public static async Task<WholeStack> ConnectAsync(Uri address, string token)
    {
        var settings = new ConnectionSettings
        {
            Token = new SecretText(token),
            BaseUri = address,
            Source = "benchmark",
        };
        var connection = await SentryConnector.ConnectAsync(
            settings,
            TransportLoader.Factory,
            SilentObserver.Instance,
            TimeProvider.System,
            CancellationToken.None);
        await foreach (var organization in Api(connection).Organizations.ResolveAsync(key: null, CancellationToken.None))
        {
            return new WholeStack(connection, organization);
        }

        throw new InvalidOperationException("The sandbox has no organization.");
    }

    public async Task<int> ReadAsync()
    {
        var count = 0;
        await foreach (
            var _ in Api(_connection).Members.ListAsync(Organization, [], teams: null, CancellationToken.None).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    public IAsyncEnumerable<SentryRelease> ListReleases() =>
        Api(_connection).Releases.ListAsync(Organization, new ReleaseFilter { IncludeArchived = true }, CancellationToken.None);

    private static SentryApi Api(SentryConnection connection) => new(connection.Site, SilentObserver.Instance);
}
