using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Events;

/// <summary>The issues of an organization.</summary>
internal sealed class IssuesApi(ApiConnection api)
{
    // The versions stand in the address of the request, whose length is limited.
    private const int MostReleases = 20;

    // The one order of issues that new events do not change.
    private static readonly KeyValuePair<string, string> FirstSeen = new("sort", "new");

    private static readonly Listing<WireIssue> Issues =
        new("issues", EventEndpoints.Issues, WireJson.Default.WireIssueArray, ListOrder.Moves, static issue => issue.Id)
        {
            PageSizeName = "limit",
        };

    /// <summary>Issues of any status, the last seen first unless asked otherwise.</summary>
    public IAsyncEnumerable<SentryIssue> ListAsync(
        OrganizationHome organization, IssueFilter filter, CancellationToken cancellationToken) =>
        filter.IsByKey
            ? ReadNamedAsync(organization, filter, cancellationToken)
            : filter.Releases is { Count: > MostReleases }
                ? SearchByPartsAsync(organization, filter, cancellationToken)
                : SearchAsync(organization, filter, isProved: false, cancellationToken)
                    .WarnUnlessSorted(api, organization, filter.Sort, cancellationToken);

    /// <summary>Issues the way Sentry sends them.</summary>
    public IAsyncEnumerable<ReadItem<WireIssue>> ReadAsync(
        OrganizationHome organization, IssueFilter filter, CancellationToken cancellationToken) =>
        api.ReadAsync(ListingOf(filter), organization, cancellationToken);

    /// <summary>One issue, by its id or short id; null when there is none.</summary>
    public async Task<SentryIssue?> FindAsync(OrganizationHome organization, string name, CancellationToken cancellationToken) =>
        await api.FindAsync(EventEndpoints.Issue.Of(organization, name), WireJson.Default.WireIssue, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToModel(organization.Slug, readAt))
            : null;

    /// <summary>Changes one issue, by itself: a change sent to the list of issues would change all of them.</summary>
    public Task<SentryIssue> SetAsync(
        OrganizationHome organization, SentryIssue issue, IssueChange change, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryIssue>(
                $"Changing {issue}",
                Write.Put(EventEndpoints.SetIssue.Of(organization, issue.Id), change.ToBody())
                    .Showing(WireJson.Default.WireIssue, (wire, readAt) => wire.ToModel(organization.Slug, readAt)))
            {
                ReadBack = ct => FindAsync(organization, issue.Id, ct),
                Missing = now => PropertyChange.Describe(change.Missing(now)),

                // A condition that is set anew on an issue that looks the same already leaves no trace.
                LeavesTrace = change.Missing(issue).Any(),
            },
            cancellationToken);

    private static Listing<WireIssue> ListingOf(IssueFilter filter)
    {
        var found = Issues.LimitedTo(filter.Projects).Within(filter.Window);
        var query = found.Query
            .WithAll("environment", filter.Environments)
            .With("query", filter.Search)
            .WithOptional("sort", filter.Sort)
            .WithAll("collapse", ["stats", "lifetime", "filtered"]);
        return filter.Sort == FirstSeen.Value
            ? found with { Query = query, Order = ListOrder.Holds }
            : found with { Query = query, Ordered = FirstSeen };
    }

    private async IAsyncEnumerable<SentryIssue> ReadNamedAsync(
        OrganizationHome organization, IssueFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var issues = filter.Keys.Where(key => key.IsIn(organization.Slug))
            .Select(key => key.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectInParallel(ApiConnection.Parallelism, (name, ct) => FindAsync(organization, name, ct), cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var issue in issues.ConfigureAwait(false))
        {
            // An id and a short id may name the same issue; a merged one answers for those it swallowed.
            if (issue is not null && filter.Matches(issue) && seen.Add(issue.Id))
            {
                yield return issue;
            }
        }
    }

    // An issue may have been seen in releases of two parts.
    private async IAsyncEnumerable<SentryIssue> SearchByPartsAsync(
        OrganizationHome organization, IssueFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, isProved) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var part in filter.Releases!.Chunk(MostReleases))
        {
            var found = SearchAsync(organization, filter with { Releases = part }, isProved, cancellationToken);
            await foreach (var issue in found.ConfigureAwait(false))
            {
                isProved = true;
                if (seen.Add(issue.Id))
                {
                    yield return issue;
                }
            }
        }
    }

    private async IAsyncEnumerable<SentryIssue> SearchAsync(
        OrganizationHome organization,
        IssueFilter filter,
        bool isProved,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new FilterProof<WireIssue>(api, ListingOf(filter), organization)
            .Of(!isProved && filter.Environments.Count > 0, "environment", "-Environment")
            .Of(!isProved && filter.Query is not null, "query", "-Query")
            .Of(!isProved && filter is { Query: null, Releases: not null }, "query", "-Release")
            .OfWindow(!isProved && filter.Window is not null)
            .RequireAsync(ReadAsync(organization, filter, cancellationToken), cancellationToken);
        await foreach (var row in found.ConfigureAwait(false))
        {
            var issue = row.Map((wire, readAt) => wire.ToModel(organization.Slug, readAt));
            if (filter.Matches(issue))
            {
                yield return issue;
            }
        }
    }
}
