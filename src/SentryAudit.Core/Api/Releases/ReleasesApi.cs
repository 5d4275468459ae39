using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Releases;

/// <summary>The releases of an organization.</summary>
internal sealed class ReleasesApi(ApiConnection api)
{
    private static readonly Listing<WireRelease> Releases =
        new("releases", ReleaseEndpoints.Releases, WireJson.Default.WireReleaseArray, ListOrder.Holds, static release => release.Version);

    /// <summary>Releases, the newest first; archived ones, where asked for, after the open ones.</summary>
    public IAsyncEnumerable<SentryRelease> ListAsync(
        OrganizationHome organization, ReleaseFilter filter, CancellationToken cancellationToken) =>
        filter.IsByVersion
            ? ReadNamedAsync(organization, filter, cancellationToken)
            : filter.Statuses.Select(status => SearchAsync(organization, filter, status, cancellationToken)).InTurn(cancellationToken);

    /// <summary>One release; null when there is none of this version.</summary>
    public async Task<SentryRelease?> FindAsync(OrganizationHome organization, string version, CancellationToken cancellationToken) =>
        await api.FindAsync(ReleaseEndpoints.Release.Of(organization, version), WireJson.Default.WireRelease, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToModel(organization.Slug, organization.Id, readAt))
            : null;

    /// <summary>Finalizes, archives, restores or describes a release.</summary>
    public Task<SentryRelease> SetAsync(
        OrganizationHome organization, SentryRelease release, ReleaseChange change, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryRelease>(
                $"Changing release {release}",
                Write.Put(ReleaseEndpoints.SetRelease.Of(organization, release.Version), change.ToBody())
                    .Showing(WireJson.Default.WireRelease, (wire, readAt) => wire.ToModel(organization.Slug, organization.Id, readAt)))
            {
                ReadBack = ct => FindAsync(organization, release.Version, ct),
                Missing = now => PropertyChange.Describe(change.Differences(now)),
            },
            cancellationToken);

    // Named versions are got one by one: searching for them would also find what merely resembles them.
    private async IAsyncEnumerable<SentryRelease> ReadNamedAsync(
        OrganizationHome organization, ReleaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var releases = filter.Keys.Where(key => key.IsIn(organization.Slug)).Select(key => key.Value).Distinct(StringComparer.Ordinal)
            .SelectInParallel(ApiConnection.Parallelism, (version, ct) => FindAsync(organization, version, ct), cancellationToken);
        await foreach (var release in releases.ConfigureAwait(false))
        {
            if (release is not null && filter.Matches(release))
            {
                yield return release;
            }
        }
    }

    private async IAsyncEnumerable<SentryRelease> SearchAsync(
        OrganizationHome organization, ReleaseFilter filter, string status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = Releases.LimitedTo(filter.Projects);
        var query = listing.Query
            .WithAll("environment", filter.Environments)
            .With("status", status)
            .WithOptional("query", filter.Query);
        var found = api.ReadAsync(listing with { Query = query }, organization, cancellationToken);
        await foreach (var row in found.ConfigureAwait(false))
        {
            var release = row.Map((wire, readAt) => wire.ToModel(organization.Slug, organization.Id, readAt));
            if (filter.IsBefore(release))
            {
                await api.Reach.TellAsync(api, organization, filter.Projects, cancellationToken).ConfigureAwait(false);
                yield break;
            }

            if (filter.Matches(release))
            {
                yield return release;
            }
        }
    }
}
