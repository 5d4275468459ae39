using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.CustomIntegration;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Integration;
using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Repository;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>One of the listings of the first organization (of all organizations, for these themselves).</summary>
/// <param name="Endpoint">The endpoint whose pages it reads.</param>
/// <param name="Scope">A scope that endpoint accepts.</param>
/// <param name="Total">How many objects there are.</param>
internal sealed record Listing(
    string Cmdlet,
    string Endpoint,
    string Scope,
    Func<SentryConnection, SentryCmdlet> Create,
    Func<SandboxEstate, int> Total)
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly ProjectReference[] Eventful = [new("web-frontend")];

    private static readonly Listing[] Known =
    [
        new(
            "Get-SentryOrganization",
            "organizations/",
            "org:read",
            c => new GetSentryOrganizationCommand { Connection = c },
            estate => estate.Organizations.Count),
        new(
            "Get-SentryMember",
            "organizations/{org}/members/",
            "member:read",
            c => new GetSentryMemberCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Members.Count),
        new(
            "Get-SentryTeam",
            "organizations/{org}/teams/",
            "org:read",
            c => new GetSentryTeamCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Teams.Count),
        new(
            "Get-SentryProject",
            "organizations/{org}/projects/",
            "org:read",
            c => new GetSentryProjectCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Projects.Count),
        new(
            "Get-SentryRelease",
            "organizations/{org}/releases/",
            "project:read",
            c => new GetSentryReleaseCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Releases.Count(release => release.Status == "open")),
        new(
            "Get-SentryAlertRule",
            "organizations/{org}/workflows/",
            "alerts:read",
            c => new GetSentryAlertRuleCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Workflows.Count),
        new(
            "Get-SentryProjectKey",
            "organizations/{org}/project-keys/",
            "org:read",
            c => new GetSentryProjectKeyCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].ProjectKeys.Count),
        new(
            "Get-SentryRepository",
            "organizations/{org}/repos/",
            "org:read",
            c => new GetSentryRepositoryCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Repositories.Count),
        new(
            "Get-SentryMonitor",
            "organizations/{org}/detectors/",
            "alerts:read",
            c => new GetSentryMonitorCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Detectors.Count + estate.Organizations[0].CronMonitors.Count),
        new(
            "Get-SentryIntegration",
            "organizations/{org}/integrations/",
            "org:read",
            c => new GetSentryIntegrationCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Integrations.Count),
        new(
            "Get-SentryCustomIntegration",
            "organizations/{org}/sentry-apps/",
            "org:read",
            c => new GetSentryCustomIntegrationCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Apps.Count),
        new(
            "Get-SentryInviteRequest",
            "organizations/{org}/invite-requests/",
            "member:read",
            c => new GetSentryInviteRequestCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].InviteRequests.Count),
        new(
            "Get-SentryAuditLog",
            "organizations/{org}/audit-logs/",
            "org:write",
            c => new GetSentryAuditLogCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].AuditLog.Count),
        new(
            "Get-SentryUserStatus",
            "organizations/{org}/members/",
            "member:read",
            c => new GetSentryUserStatusCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Members.Count),
        new(
            "Get-SentryIssue",
            "organizations/{org}/issues/",
            "event:read",
            c => new GetSentryIssueCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Issues.Count(issue => issue.Category != "feedback")),
        new(
            "Get-SentryEvent",
            "projects/{org}/{project}/events/",
            "project:read",
            c => new GetSentryEventCommand
            {
                Connection = c,
                Organization = First,
                Project = Eventful,
            },
            estate =>
                estate.Organizations[0].Issues.Count(issue => issue.Project.Slug == "web-frontend" && !issue.EventsExpired)
                * (IsLarge(estate) ? LargeSandbox.Events : new SandboxOptions().EventsPerIssue)),
        new(
            "Get-SentryProjectUser",
            "projects/{org}/{project}/users/",
            "project:read",
            c => new GetSentryProjectUserCommand
            {
                Connection = c,
                Organization = First,
                Project = Eventful,
            },
            estate => IsLarge(estate) ? LargeSandbox.Users : new SandboxOptions().ProjectUsers),
    ];

    public static TheoryData<string> Names => [.. Known.Select(listing => listing.Cmdlet)];

    public static IReadOnlyList<Listing> All => Known;

    public static Listing Of(string cmdlet) => Known.Single(listing => listing.Cmdlet == cmdlet);

    // Events and users are made when asked for; only the options know how many there are.
    private static bool IsLarge(SandboxEstate estate) => estate.Organizations[0].Issues.Count == LargeSandbox.AllIssues;

    /// <summary>Every listing with every one of some cases.</summary>
    public static TheoryData<string, T> With<T>(IEnumerable<T> cases)
    {
        var data = new TheoryData<string, T>();
        foreach (var listing in Known)
        {
            foreach (var one in cases)
            {
                data.Add(listing.Cmdlet, one);
            }
        }

        return data;
    }
}
