using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Releases;

/// <summary>The deploys of releases.</summary>
internal sealed class DeploysApi(ApiConnection api, ReleasesApi releases)
{
    private static readonly Listing<WireDeployment> Deploys =
        new("deploys", ReleaseEndpoints.Deploys, WireJson.Default.WireDeploymentArray, ListOrder.Holds, static deploy => deploy.Id);

    /// <summary>The deploys of releases, in the order of the releases: a call for each, several at once.</summary>
    public async IAsyncEnumerable<ReleaseDeploys> ListAsync(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var missed = new List<string>();
        await foreach (var release in
            ReadAllAsync(organization, VersionsAsync(organization, keys, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (!release.Exists)
            {
                missed.Add(release.Version);
            }

            yield return release;
        }

        // It may be written otherwise.
        ReleaseReference[] sought = [.. keys.Where(key => missed.Contains(key.Value, StringComparer.Ordinal))];
        var found = MissedAsync(organization, sought, cancellationToken);
        await foreach (var release in ReadAllAsync(organization, found, cancellationToken).ConfigureAwait(false))
        {
            yield return release;
        }
    }

    private async IAsyncEnumerable<ReleaseDeploys> ReadAllAsync(
        OrganizationHome organization,
        IAsyncEnumerable<(string Version, bool IsListed)> releases,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var groups = releases.InGroupsOf(ApiConnection.Parallelism, cancellationToken);
        await foreach (var versions in groups.ConfigureAwait(false))
        {
            var deploys = versions.SelectInParallel(
                ApiConnection.Parallelism,
                (release, ct) => ReadAsync(organization, release.Version, release.IsListed, ct),
                cancellationToken);
            await foreach (var release in deploys.ConfigureAwait(false))
            {
                yield return release;
            }
        }
    }

    /// <summary>Reports a deploy of a release.</summary>
    public Task<SentryDeploy> AddAsync(OrganizationHome organization, PlannedDeploy deploy, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryDeploy>(
                $"Reporting the deploy of {deploy.Release} to {deploy.Environment}",
                Write.Post(ReleaseEndpoints.AddDeploy.Of(organization, deploy.Release), deploy.ToBody())
                    .Showing(WireJson.Default.WireDeployment, (wire, readAt) => wire.ToModel(organization.Slug, deploy.Release, readAt)))
            {
                ReadBack = ct => FindAsync(organization, deploy, ct),
            },
            cancellationToken);

    private async Task<SentryDeploy?> FindAsync(OrganizationHome organization, PlannedDeploy deploy, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(organization, deploy.Release, isListed: false, cancellationToken).ConfigureAwait(false);
        return read.Fault is null ? read.Deploys.FirstOrDefault(deploy.IsSeenIn) : throw read.Fault;
    }

    private async IAsyncEnumerable<(string Version, bool IsListed)> MissedAsync(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new ReleaseFilter { Keys = keys, IncludeArchived = true };
        await foreach (var release in releases.ListMissedAsync(organization, filter, cancellationToken).ConfigureAwait(false))
        {
            // Under that very name Sentry had nothing.
            if (!keys.Any(key => key.Value == release.Version))
            {
                yield return (release.Version, IsListed: true);
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
            await foreach (var release in releases.ListAsync(organization, filter, cancellationToken).ConfigureAwait(false))
            {
                if (!named.Contains(release.Version) && keys.Any(key => key.Matches(release)))
                {
                    yield return (release.Version, IsListed: true);
                }
            }
        }
    }

    // A failure belongs to its release: the others are read all the same. For a release that Sentry has just listed, "not found" is
    // a failure, too.
    private async Task<ReleaseDeploys> ReadAsync(
        OrganizationHome organization, string version, bool isListed, CancellationToken cancellationToken)
    {
        var deploys = new List<SentryDeploy>();
        try
        {
            var found = api.ReadAsync(Deploys.Of($"deploys of {version}", version), organization, cancellationToken);
            await foreach (var deploy in found.ConfigureAwait(false))
            {
                deploys.Add(deploy.Map((wire, readAt) => wire.ToModel(organization.Slug, version, readAt)));
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
