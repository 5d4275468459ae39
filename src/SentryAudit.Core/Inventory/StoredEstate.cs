using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>The inventories that an offline connection reads: those of the organizations of one Sentry.</summary>
internal sealed record StoredEstate
{
    /// <summary>The file or folder that was named.</summary>
    public required string Path { get; init; }

    /// <summary>The time (UTC) as of which it is read; null for the newest state.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public required Uri Host { get; init; }

    /// <summary>The youngest organization first, like Sentry's list; those of unknown age at the end.</summary>
    public required IReadOnlyList<StoredOrganization> Organizations { get; init; }

    public StoredOrganization? Find(OrganizationHome organization) =>
        Organizations.FirstOrDefault(stored => stored.Home.Slug == organization.Slug);

    /// <summary>Why one of the inventories can't be read any more; null if all can.</summary>
    public SentryException? FindFault()
    {
        try
        {
            foreach (var organization in Organizations)
            {
                organization.Open();
            }

            return null;
        }
        catch (SentryException fault)
        {
            return fault;
        }
    }
}
