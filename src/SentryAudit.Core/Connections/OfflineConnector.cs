using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Inventory;

namespace SentryAudit.Connections;

/// <summary>Makes a connection that reads stored inventories: it needs neither a token nor a network.</summary>
internal static class OfflineConnector
{
    /// <param name="path">An inventory file, the folder of a store, or one with several stores.</param>
    /// <param name="asOf">The time as of which it is read; null for its newest state.</param>
    /// <param name="address">The Sentry whose inventories are meant; null when there is but one.</param>
    /// <param name="organization">The connection's default organization; null for all.</param>
    /// <param name="report">Hears of files and stores that are left out.</param>
    /// <exception cref="SentryException">There is nothing to read, or it does not hold the organization.</exception>
    public static SentryConnection Connect(
        string path,
        DateTimeOffset? asOf,
        Uri? address,
        string? organization,
        Action<SentryException> report,
        TimeProvider clock)
    {
        var stored = StoredEstate.Open(path, asOf, address is null ? null : SentryAddress.Normalize(address, allowInsecure: true), report);
        if (organization is not null && !stored.Organizations.Any(known => new OrganizationReference(organization).Matches(known.Home)))
        {
            throw OfflineFault.OrganizationNotFound(organization, stored);
        }

        var directory = new OrganizationDirectory(stored.Host, new TrustedHosts(stored.Host));
        foreach (var known in stored.Organizations)
        {
            directory.Add(new WireOrganization { Slug = known.Home.Slug, Id = known.Home.Id });
        }

        return new SentryConnection(new OfflineTransport(stored), directory)
        {
            BaseUri = stored.Host,
            Organization = organization,
            TokenKind = SentryTokenKind.None,
            Organizations = new StringList(stored.Organizations.Select(known => known.Home.Slug)),
            Source = $"inventory {stored.Path}",
            ConnectedAt = clock.GetUtcNow(),
            Stored = stored,
            Clock = clock,
        };
    }
}
