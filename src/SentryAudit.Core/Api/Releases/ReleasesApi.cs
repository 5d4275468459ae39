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
            : SearchAsync(organization, filter, cancellationToken);

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

    // Named versions are got one by one: searching for them would also find what merely resembles them. Sentry compares versions letter
    // by letter, so one that is not found may be written otherwise in the list.
    private async IAsyncEnumerable<SentryRelease> ReadNamedAsync(
        OrganizationHome organization, ReleaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var missed = filter.Keys.Where(key => key.IsIn(organization.Slug)).ToList();
        var releases = missed.Select(key => key.Value).Distinct(StringComparer.Ordinal).ToArray()
            .SelectInParallel(ApiConnection.Parallelism, (version, ct) => FindAsync(organization, version, ct), cancellationToken);
        await foreach (var release in releases.ConfigureAwait(false))
        {
            missed.RemoveAll(key => release is not null && key.Matches(release));
            if (release is not null && filter.Matches(release))
            {
                yield return release;
            }
        }

        await foreach (var release in ListMissedAsync(organization, filter with { Keys = missed }, cancellationToken).ConfigureAwait(false))
        {
            yield return release;
        }
    }

    /// <summary>The releases of named versions that Sentry did not find: it may have them written otherwise.</summary>
    public async IAsyncEnumerable<SentryRelease> ListMissedAsync(
        OrganizationHome organization, ReleaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An object has its version from Sentry, as it is written there.
        ReleaseReference[] typed = [.. filter.Keys.Where(key => key.Organization is null)];
        if (typed is [])
        {
            yield break;
        }

        await foreach (var release in SearchAsync(organization, filter, cancellationToken).ConfigureAwait(false))
        {
            if (Array.Exists(typed, key => key.Matches(release)))
            {
                yield return release;
            }
        }
    }

    // Not every server knows the statuses: each release is given once, and its own word on its status counts.
    private async IAsyncEnumerable<SentryRelease> SearchAsync(
        OrganizationHome organization, ReleaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, isAnyFound) = (new HashSet<string>(StringComparer.Ordinal), false);
        var found = filter.Statuses.Select(status => ReadAsync(organization, filter, status, cancellationToken)).InTurn(cancellationToken);
        await foreach (var (release, isArchive) in found.ConfigureAwait(false))
        {
            isAnyFound = true;
            var isArchived = release.Status is { } known ? known == ReleaseFilter.Archived : isArchive;

            // What is archived comes among the archived ones.
            if ((isArchive || !isArchived) && filter.Includes(release, isArchived) && seen.Add(release.Version))
            {
                yield return release;
            }
        }

        if (!isAnyFound && filter.Query?.Contains(':', StringComparison.Ordinal) is true)
        {
            api.Observer.OnNote(
                $"Sentry found no releases of {organization} for '{filter.Query}'. It finds none for a search key that its version does "
                    + "not know, either: check the search.",
                isWarning: true);
        }
    }

    /// <summary>The releases that Sentry gives for a status, and whether that is the one of the archived.</summary>
    private async IAsyncEnumerable<(SentryRelease Release, bool IsArchive)> ReadAsync(
        OrganizationHome organization, ReleaseFilter filter, string status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = Releases.LimitedTo(filter.Projects);
        var query = listing.Query
            .WithAll("environment", filter.Environments)
            .With("status", status)
            .WithOptional("query", filter.Query);
        var asked = listing with { Query = query };
        var found = new FilterProof<WireRelease>(api, asked, organization)
            .Of(filter.Environments.Count > 0, "environment", "-Environment")
            .Of(filter.Query is not null, "query", "-Query")
            .RequireAsync(api.ReadAsync(asked, organization, cancellationToken), cancellationToken);
        await foreach (var row in found.ConfigureAwait(false))
        {
            var release = row.Map((wire, readAt) => wire.ToModel(organization.Slug, organization.Id, readAt));
            if (filter.IsBefore(release))
            {
                await api.Reach.TellAsync(api, organization, filter.Projects, cancellationToken).ConfigureAwait(false);
                yield break;
            }

            yield return (release, status == ReleaseFilter.Archived);
        }
    }
}
