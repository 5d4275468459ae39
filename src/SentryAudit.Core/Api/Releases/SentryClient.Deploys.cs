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
    /// <summary>The deploys of releases, in the order of the releases: a call for each, several at once.</summary>
    public async IAsyncEnumerable<ReleaseDeploys> ListDeploysAsync(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var versions in VersionsAsync(organization, keys, cancellationToken)
                .InGroupsOf(Parallelism, cancellationToken).ConfigureAwait(false))
        {
            var deploys = versions.SelectInParallel(
                Parallelism,
                (release, ct) => ReadDeploysAsync(organization, release.Version, release.IsListed, ct),
                cancellationToken);
            await foreach (var release in deploys.ConfigureAwait(false))
            {
                yield return release;
            }
        }
    }

    private async IAsyncEnumerable<(string Version, bool IsListed)> VersionsAsync(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = keys.Where(key => !key.IsPattern && key.IsIn(organization.Slug))
            .Select(key => key.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var version in named)
        {
            yield return (version, IsListed: false);
        }

        if (keys.Any(key => key.IsPattern))
        {
            var filter = new ReleaseFilter { Keys = keys, IncludeArchived = true };
            await foreach (var release in ListReleasesAsync(organization, filter, cancellationToken).ConfigureAwait(false))
            {
                if (!named.Contains(release.Version) && keys.Any(key => key.Matches(release)))
                {
                    yield return (release.Version, IsListed: true);
                }
            }
        }
    }

    // A failure belongs to its release: the others are read all the same. Of a release that Sentry has just listed, "not found" is one too.
    private async Task<ReleaseDeploys> ReadDeploysAsync(
        OrganizationHome organization,
        string version,
        bool isListed,
        CancellationToken cancellationToken)
    {
        var deploys = new List<SentryDeploy>();
        try
        {
            await foreach (
                var (deploy, readAt) in ReadPagesAsync(
                        $"deploys of {version} of {organization}",
                        organization.Host,
                        ReleaseEndpoints.Deploys,
                        ReleaseEndpoints.Deploys.Path(organization.Slug, version),
                        Query.Empty,
                        WireJson.Default.WireDeploymentArray,
                        deploy => deploy.Id,
                        cancellationToken).ConfigureAwait(false))
            {
                deploys.Add(deploy.ToModel(organization.Slug, version, readAt));
            }
        }
        catch (SentryApiException fault) when (fault.Status is 404 && !isListed)
        {
            return new ReleaseDeploys(version, deploys, Exists: false, Fault: null);
        }
        catch (SentryException fault)
        {
            return new ReleaseDeploys(version, deploys, Exists: true, fault);
        }

        return new ReleaseDeploys(version, deploys, Exists: true, Fault: null);
    }
}
