using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

internal sealed partial class InventorySource
{
    private const string Archived = "archived";

    public IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        CancellationToken cancellationToken)
    {
        if (filter.Query is not null)
        {
            throw OfflineFault.ApiRequired("-Query", "an inventory can't search as Sentry does");
        }

        if (filter.Environments.Count > 0)
        {
            throw OfflineFault.ApiRequired("-Environment", "a release does not tell in which environments it was seen");
        }

        return (filter.IsByVersion ? NamedReleases(organization, filter) : Releases(organization, filter)).AsStream(cancellationToken);
    }

    private IEnumerable<SentryRelease> Releases(OrganizationHome organization, ReleaseFilter filter)
    {
        WarnOfOlder(organization, since => filter.Since is not { } wanted || wanted < since);
        string[] statuses = [.. filter.Statuses];
        return Present(organization, InventoryKinds.Release)
            .Where(release =>
                statuses.Contains(release.Status is Archived ? Archived : "open", StringComparer.Ordinal) && filter.Matches(release));
    }

    private IEnumerable<SentryRelease> NamedReleases(OrganizationHome organization, ReleaseFilter filter)
    {
        string[] versions =
        [
            .. filter.Keys.Where(key => key.IsIn(organization.Slug)).Select(key => key.Value).Distinct(StringComparer.Ordinal),
        ];
        var wanted = versions.ToHashSet(StringComparer.Ordinal);
        var found = Collect(Present(organization, InventoryKinds.Release).Where(release => wanted.Contains(release.Version)), out var fault)
            .ToDictionary(release => release.Version, StringComparer.Ordinal);
        foreach (var version in versions)
        {
            if (found.TryGetValue(version, out var release) && filter.Matches(release))
            {
                yield return release;
            }
        }

        if (found.Count < versions.Length)
        {
            WarnOfOlder(organization, _ => true);
            if (fault is not null)
            {
                throw fault;
            }
        }
    }

    private void WarnOfOlder(OrganizationHome organization, Func<DateTimeOffset, bool> concerns)
    {
        if (Open(organization).Find(InventoryKinds.Release)?.Since is { } since && concerns(since))
        {
            observer.OnNote(
                $"The inventory of {organization} holds releases created since {OfflineFault.Text(since)} only; older ones were not read.",
                isWarning: true);
        }
    }
}
