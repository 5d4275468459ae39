using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>The stored releases of organizations.</summary>
internal sealed class StoredReleases(StoredSections sections, ITransportObserver observer)
{
    /// <exception cref="SentryException">The filter needs Sentry itself.</exception>
    public IEnumerable<SentryRelease> List(OrganizationHome organization, ReleaseFilter filter)
    {
        if (filter.Query is not null)
        {
            throw OfflineFaults.ApiRequired("-Query", "an inventory can't be searched like Sentry");
        }

        if (filter.Environments.Count > 0)
        {
            throw OfflineFaults.ApiRequired("-Environment", "an inventory does not contain the environments of releases");
        }

        return filter.IsByVersion ? ListByVersion(organization, filter) : ListAll(organization, filter);
    }

    private IEnumerable<SentryRelease> ListAll(OrganizationHome organization, ReleaseFilter filter)
    {
        WarnOfOlder(organization, since => filter.Since is not { } wanted || wanted < since);
        return sections.ReadExisting(organization, InventoryKinds.Release)
            .Where(release => filter.Includes(release, isArchived: release.Status is ReleaseFilter.Archived));
    }

    private IEnumerable<SentryRelease> ListByVersion(OrganizationHome organization, ReleaseFilter filter)
    {
        var keys = filter.Keys.Where(key => key.IsIn(organization.Slug));
        string[] versions = [.. keys.Select(key => key.Value).Distinct(StringComparer.Ordinal)];
        var wanted = versions.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = ListingResult<SentryRelease>.Read(
            sections.ReadExisting(organization, InventoryKinds.Release).Where(release => wanted.Contains(release.Version)));
        var releases = found.Items.ToLookup(release => release.Version, StringComparer.OrdinalIgnoreCase);
        foreach (var release in versions.SelectMany(version => Called(releases[version], version)).Where(filter.Matches))
        {
            yield return release;
        }

        if (releases.Count < versions.Length)
        {
            WarnOfOlder(organization, _ => true);
            found.ThrowIfFaulted();
        }
    }

    // As it is written, or else however it is written.
    private static IEnumerable<SentryRelease> Called(IEnumerable<SentryRelease> alike, string version)
    {
        var exact = alike.Where(release => release.Version == version).ToArray();
        return exact is [] ? alike : exact;
    }

    private void WarnOfOlder(OrganizationHome organization, Func<DateTimeOffset, bool> concerns)
    {
        if (sections.Open(organization).Find(InventoryKinds.Release)?.Since is { } since && concerns(since))
        {
            observer.OnNote(
                $"The inventory of {organization} only contains releases created since {OfflineFaults.Text(since)}; "
                    + "older ones were not read.",
                isWarning: true);
        }
    }
}
