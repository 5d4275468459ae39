using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Inventory;

namespace SentryAudit.Connections;

/// <summary>Makes a connection that reads stored inventories: it needs neither a token nor a network.</summary>
internal static class OfflineConnector
{
    /// <param name="location">The inventories to read.</param>
    /// <param name="organization">The connection's default organization; null for all.</param>
    /// <param name="report">Receives the faults of files and stores that are left out.</param>
    /// <param name="clock">The clock of the connection.</param>
    /// <exception cref="SentryException">There is nothing to read, or it does not contain the organization.</exception>
    public static SentryConnection Connect(
        StoredLocation location,
        string? organization,
        Action<SentryException> report,
        TimeProvider clock)
    {
        var host = location.Host is { } address ? SentryAddress.Normalize(address, allowInsecure: true) : null;
        var stored = StoredEstateReader.Open(location with { Host = host }, report);
        if (organization is not null && !Contains(stored, new OrganizationReference(organization)))
        {
            throw OfflineFaults.OrganizationNotFound(organization, stored);
        }

        return new SentryConnection(new OfflineTransport(stored), MakeDirectory(stored))
        {
            BaseUri = stored.Host,
            Organization = organization,
            TokenKind = SentryTokenKind.None,
            Organizations = new StringList(stored.Organizations.Select(found => found.Home.Slug)),
            Source = $"inventory {stored.Path}",
            ConnectedAt = clock.GetUtcNow(),
            Stored = stored,
            Clock = clock,
        };
    }

    private static bool Contains(StoredEstate stored, OrganizationReference organization) =>
        stored.Organizations.Any(candidate => organization.Matches(candidate.Home));

    private static OrganizationDirectory MakeDirectory(StoredEstate stored)
    {
        var directory = new OrganizationDirectory(stored.Host, new TrustedHosts(stored.Host));
        foreach (var organization in stored.Organizations)
        {
            directory.Add(new WireOrganization { Slug = organization.Home.Slug, Id = organization.Home.Id });
        }

        return directory;
    }
}
