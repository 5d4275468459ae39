using System.Globalization;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
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
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Issues of any status, the last seen first unless asked otherwise.</summary>
    public IAsyncEnumerable<SentryIssue> ListIssuesAsync(
        OrganizationHome organization,
        IssueFilter filter,
        CancellationToken cancellationToken) =>
        filter.IsByKey
            ? GetIssuesAsync(organization, filter, cancellationToken)
            : SearchIssuesAsync(organization, filter, cancellationToken);

    private async IAsyncEnumerable<SentryIssue> GetIssuesAsync(
        OrganizationHome organization,
        IssueFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = filter
            .Keys.Where(key => key.IsIn(organization.Slug))
            .Select(key => key.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var issue in names
                .SelectInParallel(Parallelism, (name, ct) => FindIssueAsync(organization, name, ct), cancellationToken)
                .ConfigureAwait(false))
        {
            // An id and a short id may name the same issue; a merged one answers for those it swallowed.
            if (issue is not null && filter.Matches(issue) && seen.Add(issue.Id))
            {
                yield return issue;
            }
        }
    }

    private async Task<SentryIssue?> FindIssueAsync(OrganizationHome organization, string name, CancellationToken cancellationToken)
    {
        try
        {
            var path = EventEndpoints.Issue.Path(organization.Slug, name);
            var response = await GetAsync(
                    organization,
                    EventEndpoints.Issue,
                    path,
                    Query.Empty,
                    WireJson.Default.WireIssue,
                    cancellationToken).ConfigureAwait(false);
            return response.Value.ToModel(organization.Slug, response.ReceivedAt);
        }
        catch (SentryApiException fault) when (fault.Status is 404)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<SentryIssue> SearchIssuesAsync(
        OrganizationHome organization,
        IssueFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (issue, readAt) in ReadIssuesAsync(organization, filter, cancellationToken).ConfigureAwait(false))
        {
            var model = issue.ToModel(organization.Slug, readAt);
            if (filter.Matches(model))
            {
                yield return model;
            }
        }
    }

    private IAsyncEnumerable<(WireIssue Item, DateTimeOffset ReadAt)> ReadIssuesAsync(
        OrganizationHome organization,
        IssueFilter filter,
        CancellationToken cancellationToken)
    {
        var query = Within(ProjectSelection.Limit(Query.Empty, filter.Projects), filter.Window)
            .WithAll("environment", filter.Environments)
            .With("query", filter.Search)
            .WithOptional("sort", filter.Sort)
            .WithAll("collapse", ["stats", "lifetime", "filtered"])
            .With("limit", PageSize);

        // The one list whose page size goes by another name.
        async Task<Page<WireIssue>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var path = EventEndpoints.Issues.Path(organization.Slug);
            var (items, link, readAt) = await GetAsync(
                    organization,
                    EventEndpoints.Issues,
                    path,
                    query.WithOptional("cursor", cursor),
                    WireJson.Default.WireIssueArray,
                    ct).ConfigureAwait(false);
            return new Page<WireIssue>(items, link, readAt);
        }

        return new PageReader<WireIssue>($"issues of {organization}", FetchAsync, issue => issue.Id).ReadAsync(cancellationToken);
    }

    /// <summary>Limits a query to a window, where there is one. Sentry reads times without a zone as UTC.</summary>
    private static Query Within(Query query, DateWindow? window) =>
        window is null ? query : query.With("start", Utc(window.Start)).With("end", Utc(window.End));

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
