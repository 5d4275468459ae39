using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Suggestions;

/// <summary>Up to a page of objects that resemble what was typed, for tab completion.</summary>
internal sealed class SuggestionsApi(ApiConnection api, ValueSuggestions values)
{
    private static readonly Query Page = Query.Empty.With("per_page", ApiConnection.PageSize);
    private static readonly Query PageOfAllProjects = Page.With("project", "-1");

    private static readonly Dictionary<CompletionKind, ISuggestion> Lists = new()
    {
        [CompletionKind.Member] = new Suggestion<WireMember>(
            MemberEndpoints.Members, WireJson.Default.WireMemberArray, member => (member.Email, $"{member.Name} ({member.OrgRole})")),
        [CompletionKind.Team] = new Suggestion<WireTeam>(
            TeamEndpoints.Teams, WireJson.Default.WireTeamArray, team => (team.Slug, $"Team {team.Name}"))
        {
            Query = Page.With("detailed", "0"),
        },
        [CompletionKind.Project] = new Suggestion<WireProject>(
            ProjectEndpoints.Projects, WireJson.Default.WireProjectArray, project => (project.Slug, $"Project {project.Name}")),
        [CompletionKind.ProjectKey] = new Suggestion<WireProjectKey>(
            ProjectEndpoints.ProjectKeys,
            WireJson.Default.WireProjectKeyArray,
            key => (key.Label, $"Key of project {key.ProjectId}"))
        {
            IsSearched = false,
        },
        [CompletionKind.Release] = new Suggestion<WireRelease>(
            ReleaseEndpoints.Releases, WireJson.Default.WireReleaseArray, release => (release.Version, $"Release {release.Version}"))
        {
            Query = PageOfAllProjects,
        },
        [CompletionKind.AlertRule] = new Suggestion<WireWorkflow>(
            AlertEndpoints.Workflows, WireJson.Default.WireWorkflowArray, rule => (rule.Name, $"Alert rule {rule.Id}"))
        {
            Query = PageOfAllProjects,
        },
        [CompletionKind.Monitor] = new Suggestion<WireDetector>(
            AlertEndpoints.Detectors,
            WireJson.Default.WireDetectorArray,
            monitor => (monitor.Name, $"Monitor {monitor.Id}, {monitor.Type}"))
        {
            Query = PageOfAllProjects,
        },

        // What is typed are the first letters of a short id, which no search of Sentry's looks for.
        [CompletionKind.Issue] = new Suggestion<WireIssue>(
            EventEndpoints.Issues, WireJson.Default.WireIssueArray, issue => (issue.ShortId, $"{issue.Title}"))
        {
            Query = Query.Empty.With("project", "-1").With("query", "").With("limit", ApiConnection.PageSize),
            IsSearched = false,
        },
        [CompletionKind.Repository] = new Suggestion<WireRepository>(
            IntegrationEndpoints.Repositories,
            WireJson.Default.WireRepositoryArray,
            repository => (repository.Name, $"{repository.Provider?.Name} repository")),
        [CompletionKind.Integration] = new Suggestion<WireIntegration>(
            IntegrationEndpoints.Integrations,
            WireJson.Default.WireIntegrationArray,
            integration => (integration.Name, $"{integration.Provider?.Name} integration"))
        {
            Query = Page.With("includeConfig", "0"),
            IsSearched = false,
        },
        [CompletionKind.CustomIntegration] = new Suggestion<WireCustomIntegration>(
            IntegrationEndpoints.CustomIntegrations,
            WireJson.Default.WireCustomIntegrationArray,
            app => (app.Slug, $"Custom integration {app.Name}"))
        {
            IsSearched = false,
        },
        [CompletionKind.InviteRequest] = new Suggestion<WireInviteRequest>(
            MemberEndpoints.InviteRequests,
            WireJson.Default.WireInviteRequestArray,
            request => (request.Email, $"Invite request, {request.InviteStatus}"))
        {
            IsSearched = false,
        },
    };

    /// <summary>What of a kind resembles what was typed; nothing for kinds that Sentry has no list of.</summary>
    public async Task<IReadOnlyList<CompletionItem>> SuggestAsync(
        OrganizationHome organization, CompletionKind kind, string typed, CancellationToken cancellationToken)
    {
        if (kind is CompletionKind.AuditEvent or CompletionKind.Environment or CompletionKind.OrganizationRole or CompletionKind.Role)
        {
            return await values.SuggestAsync(organization, kind, cancellationToken).ConfigureAwait(false);
        }

        return Lists.TryGetValue(kind, out var list)
            ? await list.ReadAsync(api, organization, IsSearchable(typed) ? typed : null, cancellationToken).ConfigureAwait(false)
            : [];
    }

    private static bool IsSearchable(string typed) =>
        typed.Length > 0 && typed.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@');
}
