using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>The organizations of an offline connection.</summary>
internal sealed class StoredOrganizations(StoredEstate stored, string? defaultOrganization, StoredSections sections)
{
    /// <summary>The organizations that a key names; without one the default organization, or all if there is none.</summary>
    /// <exception cref="SentryException">There is no such organization.</exception>
    public OrganizationHome[] Resolve(OrganizationReference? key)
    {
        var wanted = key ?? (defaultOrganization is { } slug ? new OrganizationReference(slug) : null);
        var homes = stored.Organizations
            .Select(organization => organization.Home)
            .Where(home => wanted?.Matches(home) != false)
            .ToArray();
        return homes is [] && wanted is { IsPattern: false } ? throw OfflineFaults.OrganizationNotFound(wanted.Value, stored) : homes;
    }

    public IEnumerable<SentryOrganization> List()
    {
        SentryException? fault = null;
        foreach (var organization in stored.Organizations)
        {
            var found = ListingResult<SentryOrganization>.Read(sections.ReadExisting(organization.Home, InventoryKinds.Organization));
            fault ??= found.Fault;
            foreach (var one in found.Items)
            {
                yield return one.WithoutSettings();
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }
}
