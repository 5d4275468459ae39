using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Up to a page of objects that resemble what was typed, for tab completion.</summary>
    public Task<IReadOnlyList<CompletionItem>> SuggestAsync(
        OrganizationHome organization,
        CompletionKind kind,
        string typed,
        CancellationToken cancellationToken)
    {
        var query = Query.Empty.With("per_page", PageSize);
        query =
            typed.Length > 0 && typed.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@')
                ? query.With("query", typed)
                : query;
        return kind switch
        {
            CompletionKind.Member => SuggestAsync(
                organization,
                MemberEndpoints.Members,
                query,
                WireJson.Default.WireMemberArray,
                member => (member.Email, $"{member.Name} ({member.OrgRole})"),
                cancellationToken),
            CompletionKind.Team => SuggestAsync(
                organization,
                TeamEndpoints.Teams,
                query.With("detailed", "0"),
                WireJson.Default.WireTeamArray,
                team => (team.Slug, $"Team {team.Name}"),
                cancellationToken),
            CompletionKind.Project => SuggestAsync(
                organization,
                ProjectEndpoints.Projects,
                query,
                WireJson.Default.WireProjectArray,
                project => (project.Slug, $"Project {project.Name}"),
                cancellationToken),
            CompletionKind.Release => SuggestAsync(
                organization,
                ReleaseEndpoints.Releases,
                query.With("project", "-1"),
                WireJson.Default.WireReleaseArray,
                release => (release.Version, $"Release {release.Version}"),
                cancellationToken),
            CompletionKind.AlertRule => SuggestAsync(
                organization,
                AlertEndpoints.Workflows,
                query.With("project", "-1"),
                WireJson.Default.WireWorkflowArray,
                rule => (rule.Name, $"Alert rule {rule.Id}"),
                cancellationToken),
            // What is typed are the first letters of a short id, which no search of Sentry's looks for.
            CompletionKind.Issue => SuggestAsync(
                organization,
                EventEndpoints.Issues,
                Query.Empty.With("project", "-1").With("query", "").With("limit", PageSize),
                WireEventsJson.Default.WireIssueArray,
                issue => (issue.ShortId, $"{issue.Title}"),
                cancellationToken),
            CompletionKind.AuditEvent => SuggestAuditEventsAsync(organization, cancellationToken),
            _ => SuggestResourceAsync(organization, kind, query, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<CompletionItem>> SuggestAsync<T>(
        OrganizationHome organization,
        SentryEndpoint endpoint,
        Query query,
        JsonTypeInfo<T[]> type,
        Func<T, (string? Key, string Description)> map,
        CancellationToken cancellationToken)
    {
        var response = await GetAsync(organization, endpoint, endpoint.Path(organization.Slug), query, type, cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. response
                .Value.Select(map)
                .Where(item => !string.IsNullOrEmpty(item.Key))
                .Select(item => new CompletionItem(item.Key!, item.Description)),
        ];
    }
}
