using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Releases, the newest first; archived ones, where asked for, after the open ones.</summary>
    public IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        CancellationToken cancellationToken) =>
        filter.IsByVersion
            ? GetReleasesAsync(organization, filter, cancellationToken)
            : SearchReleasesAsync(organization, filter, cancellationToken);

    // Named versions are got one by one: searching for them would also find what merely resembles them.
    private async IAsyncEnumerable<SentryRelease> GetReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = filter.Keys.Where(key => key.IsIn(organization.Slug)).Select(key => key.Value).Distinct(StringComparer.Ordinal);
        await foreach (
            var release in versions
                .SelectInParallel(Parallelism, (version, ct) => FindReleaseAsync(organization, version, ct), cancellationToken)
                .ConfigureAwait(false))
        {
            if (release is not null && filter.Matches(release))
            {
                yield return release;
            }
        }
    }

    private async Task<SentryRelease?> FindReleaseAsync(OrganizationHome organization, string version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await GetAsync(
                    organization,
                    ReleaseEndpoints.Release,
                    ReleaseEndpoints.Release.Path(organization.Slug, version),
                    Query.Empty,
                    WireJson.Default.WireRelease,
                    cancellationToken).ConfigureAwait(false);
            return response.Value.ToModel(organization.Slug, organization.Id, response.ReceivedAt);
        }
        catch (SentryApiException fault) when (fault.Status is 404)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<SentryRelease> SearchReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var status in filter.Statuses)
        {
            var query = ProjectSelection.Limit(Query.Empty, filter.Projects)
                .WithAll("environment", filter.Environments)
                .With("status", status)
                .WithOptional("query", filter.Query);
            var releases = ListAsync(
                "releases",
                organization,
                ReleaseEndpoints.Releases,
                query,
                WireJson.Default.WireReleaseArray,
                release => release.Version,
                (release, readAt) => release.ToModel(organization.Slug, organization.Id, readAt),
                cancellationToken);
            await foreach (var release in releases.ConfigureAwait(false))
            {
                if (filter.IsBefore(release))
                {
                    break;
                }

                if (filter.Matches(release))
                {
                    yield return release;
                }
            }
        }
    }
}
