using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Repository;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Filters;

/// <summary>
/// Calls of the cmdlets that have a key and filters, by cmdlet and filter. Each names something that there is and the filter leaves out.
/// </summary>
internal static class LeftOutCalls
{
    public static readonly IReadOnlyDictionary<string, Func<SandboxOrganization, SentryCmdlet>> All =
        new Dictionary<string, Func<SandboxOrganization, SentryCmdlet>>(StringComparer.Ordinal)
    {
        ["Get-SentryMember -Team"] = acme =>
            new GetSentryMemberCommand { Member = [Outside(acme)], Team = [new(acme.Teams[0].Slug)] },
        ["Get-SentryMember -Project"] = acme =>
            new GetSentryMemberCommand { Member = [Invited(acme)], Project = [new("search")] },
        ["Get-SentryMember -Role"] = acme => new GetSentryMemberCommand { Member = [Invited(acme)], Role = [new("owner")] },
        ["Get-SentryMember -Pending"] = acme => new GetSentryMemberCommand { Member = [Outside(acme)], Pending = true },
        ["Get-SentryMember -Without2FA"] = acme => new GetSentryMemberCommand { Member = [Invited(acme)], Without2FA = true },
        ["Get-SentryUserStatus -Status"] = acme =>
            new GetSentryUserStatusCommand { Member = [Invited(acme)], Status = [SentryUserStatusKind.Active] },
        ["Get-SentryTeam -Project"] = acme =>
            new GetSentryTeamCommand { Team = [new("backend")], Project = [new("web-frontend")] },
        ["Get-SentryTeam -Member"] = acme => new GetSentryTeamCommand { Team = [new("backend")], Member = [Invited(acme)] },
        ["Get-SentryProject -Team"] = acme =>
            new GetSentryProjectCommand { Project = [new("web-frontend"), new("zzz*")], Team = [new("backend")] },
        ["Get-SentryProject -Member"] = acme =>
            new GetSentryProjectCommand { Project = [new("web-frontend")], Member = [Invited(acme)] },
        ["Get-SentryProjectKey -Project"] = acme =>
            new GetSentryProjectKeyCommand { ProjectKey = [new(KeyOf(acme, "web-frontend"))], Project = [new("search")] },
        ["Get-SentryRepository -Integration"] = acme => new GetSentryRepositoryCommand
        {
            Repository = [new(acme.Repositories.First(repository => repository.IntegrationId is not null).Name)],
            Integration = [new(acme.Integrations.Last().Id)],
        },
        ["Get-SentryRelease -Project"] = acme =>
            new GetSentryReleaseCommand { Release = [new(VersionOf(acme))], Project = [new("web-frontend")] },
        ["Get-SentryRelease -Environment"] = acme =>
            new GetSentryReleaseCommand { Release = [new(VersionOf(acme))], Environment = ["development"] },
        ["Get-SentryRelease -Since"] = acme => new GetSentryReleaseCommand
        {
            Release = [new(VersionOf(acme))],
            Since = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        },
        ["Get-SentryRelease -Until"] = acme => new GetSentryReleaseCommand
        {
            Release = [new(VersionOf(acme))],
            Until = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero),
        },
        ["Get-SentryRelease -Query"] = acme =>
            new GetSentryReleaseCommand { Release = [new(VersionOf(acme))], Query = "nothing-like-it" },
        ["Get-SentryIssue -Project"] = acme =>
            new GetSentryIssueCommand { Issue = [new("WEB-FRONTEND-1")], Project = [new("search")] },
        ["Get-SentryIssue -Release"] = acme =>
            new GetSentryIssueCommand { Issue = [new("WEB-FRONTEND-1")], Release = [new(VersionOf(acme))] },
        ["Get-SentryIssue -Query"] = acme =>
            new GetSentryIssueCommand { Issue = [new("WEB-FRONTEND-1")], Query = "nothing-like-it" },
        ["Get-SentryIssue -Status"] = acme =>
            new GetSentryIssueCommand { Issue = [new(IssueOf(acme, "unresolved"))], Status = ["Ignored"] },
        ["Get-SentryIssue -Environment"] = acme => new GetSentryIssueCommand
        {
            Issue = [new(acme.Issues.First(issue => issue.Environments is []).ShortId)],
            Environment = ["staging"],
        },
        ["Get-SentryIssue -StartDate"] = acme => new GetSentryIssueCommand
        {
            Issue = [new("WEB-FRONTEND-1")],
            StartDate = new DateTime(2001, 1, 1),
            EndDate = new DateTime(2001, 1, 2),
        },
        ["Get-SentryEvent -Project"] = acme =>
            new GetSentryEventCommand { Issue = [new("WEB-FRONTEND-1")], Project = [new("search")] },
        ["Get-SentryEventEntry -Project"] = acme =>
            new GetSentryEventEntryCommand { Issue = [new("WEB-FRONTEND-1")], Project = [new("search")] },
        ["Get-SentryMonitor -Kind"] = acme =>
            new GetSentryMonitorCommand { Monitor = [new(acme.CronMonitors[0].Name)], Kind = SentryMonitorKind.Uptime },
        ["Get-SentryMonitor -Project"] = acme => new GetSentryMonitorCommand
        {
            Monitor = [new(acme.CronMonitors[0].Name)],
            Project = [new(acme.Projects.First(project => project.Slug != acme.CronMonitors[0].Project.Slug).Slug)],
        },
        ["Get-SentryAlertRule -Kind"] = acme =>
            new GetSentryAlertRuleCommand { AlertRule = [new(RuleOf(acme))], Kind = SentryAlertRuleKind.Cron },
        ["Get-SentryAlertRule -Project"] = acme =>
            new GetSentryAlertRuleCommand { AlertRule = [new(RuleOf(acme))], Project = [new(acme.Projects[^1].Slug)] },
        ["Disable-SentryAlertRule -Kind"] = acme =>
            new DisableSentryAlertRuleCommand { AlertRule = [new(RuleOf(acme))], Kind = SentryAlertRuleKind.Cron },
        ["Disable-SentryAlertRule -Project"] = acme =>
            new DisableSentryAlertRuleCommand { AlertRule = [new(RuleOf(acme))], Project = [new(acme.Projects[^1].Slug)] },
        ["Disable-SentryProjectKey -Project"] = acme =>
            new DisableSentryProjectKeyCommand { ProjectKey = [new(KeyOf(acme, "web-frontend"))], Project = [new("search")] },
    };

    private static MemberReference Invited(SandboxOrganization acme) => new(acme.Members.First(member => member.Pending).Email);

    public static MemberReference Outside(SandboxOrganization acme) =>
        new(acme.Members.First(member => !member.Pending && acme.Teams[0].Memberships.All(on => on.Member != member)).Email);

    private static string KeyOf(SandboxOrganization acme, string project) =>
        acme.ProjectKeys.First(key => key.Project.Slug == project).Public;

    private static string VersionOf(SandboxOrganization acme) =>
        acme.Releases.First(release => release.Status is "open" && release.Projects.All(project => project.Slug != "web-frontend")).Version;

    private static string IssueOf(SandboxOrganization acme, string status) => acme.Issues.First(issue => issue.Status == status).ShortId;

    private static string RuleOf(SandboxOrganization acme) => acme.Workflows[0].Name;
}
