using System.Globalization;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.ProjectTeam;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Every change the module makes, one call each.</summary>
internal static class Changes
{
    private const string Members = "organizations/{org}/members/";
    private const string Member = "organizations/{org}/members/{member}/";
    private const string Teams = "organizations/{org}/teams/";
    private const string Projects = "organizations/{org}/projects/";
    private const string ProjectKeys = "organizations/{org}/project-keys/";
    private const string ProjectKey = "projects/{org}/{project}/keys/{key}/";
    private const string Workflows = "organizations/{org}/workflows/";
    private const string Detectors = "organizations/{org}/detectors/";
    private const string IssueRules = "projects/{org}/{project}/rules/";
    private const string TeamPlace = "organizations/{org}/members/{member}/teams/{team}/";
    private const string InviteRequests = "organizations/{org}/invite-requests/";
    private const string InviteRequest = "organizations/{org}/invite-requests/{request}/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "invite somebody",
            "POST " + Members,
            null,
            _ => "newcomer@acme.example",
            email => new NewSentryMemberCommand { Organization = First, Email = [email] },
            (acme, email) => MemberOf(acme, email)?.OrgRole),
        new(
            "remove a member",
            "DELETE " + Member,
            Members,
            AMember,
            email => new RemoveSentryMemberCommand { Organization = First, Member = [new(email)] },
            (acme, email) => MemberOf(acme, email)?.Id),
        new(
            "change a role",
            "PUT " + Member,
            Members,
            AMember,
            email => new SetSentryMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Role = "manager",
            },
            (acme, email) => MemberOf(acme, email)!.OrgRole),
        new(
            "send an invitation again",
            "PUT " + Member,
            Members,
            acme => acme.Members.First(member => member.Expired).Email,
            email => new SendSentryInvitationCommand { Organization = First, Member = [new(email)] },
            (acme, email) => MemberOf(acme, email)!.Expired.ToString())
        {
            Uses = ["expired invitations"],
        },
        new(
            "approve a request",
            "PUT " + InviteRequest,
            InviteRequests,
            ARequest,
            email => new ApproveSentryInviteRequestCommand { Organization = First, InviteRequest = [new(email)] },
            (acme, email) => MemberOf(acme, email)?.Id),
        new(
            "deny a request",
            "DELETE " + InviteRequest,
            InviteRequests,
            ARequest,
            email => new DenySentryInviteRequestCommand { Organization = First, InviteRequest = [new(email)] },
            (acme, email) => acme.InviteRequests.Any(request => request.Email == email).ToString()),
        new(
            "resolve an issue",
            "PUT organizations/{org}/issues/{issue}/",
            null,
            AnIssue,
            id => new SetSentryIssueCommand
            {
                Organization = First,
                Issue = [new(id)],
                Status = "Resolved",
            },
            (acme, id) => IssueOf(acme, id).Status),
        new(
            "assign an issue",
            "PUT organizations/{org}/issues/{issue}/",
            null,
            AnIssue,
            id => new SetSentryIssueCommand
            {
                Organization = First,
                Issue = [new(id)],
                AssignTo = "",
            },
            (acme, id) => IssueOf(acme, id).AssignedTo?.Name),
        new(
            "finalize a release",
            "PUT organizations/{org}/releases/{version}/",
            null,
            acme => acme.Releases.First(release => release.DateReleased is null).Version,
            version => new SetSentryReleaseCommand { Organization = First, Release = [new(version)] },
            (acme, version) => ReleaseOf(acme, version).DateReleased?.ToString("O"))
        {
            Switches = ["Finalize"],
        },
        new(
            "archive a release",
            "PUT organizations/{org}/releases/{version}/",
            null,
            acme => acme.Releases.First(release => release.Status == "open").Version,
            version => new SetSentryReleaseCommand { Organization = First, Release = [new(version)] },
            (acme, version) => ReleaseOf(acme, version).Status)
        {
            Switches = ["Archive"],
        },
        new(
            "report a deploy",
            "POST organizations/{org}/releases/{version}/deploys/",
            null,
            acme => acme.Releases[0].Version,
            version => new NewSentryDeployCommand
            {
                Organization = First,
                Release = [new(version)],
                Environment = "production",
            },
            (acme, version) => string.Join(' ', ReleaseOf(acme, version).Deploys.Select(deploy => deploy.Id))),
        new(
            "change an organization",
            "PUT organizations/{org}/",
            null,
            _ => "acme",
            slug => new SetSentryOrganizationCommand { Organization = [new(slug)], EnhancedPrivacy = true },
            (acme, _) => acme.Settings.IsOn("enhancedPrivacy").ToString()),
        new(
            "make a team",
            "POST " + Teams,
            null,
            _ => "newcomers",
            slug => new NewSentryTeamCommand { Organization = First, Slug = [slug] },
            (acme, slug) => TeamOf(acme, slug)?.Id),
        new(
            "rename a team",
            "PUT teams/{org}/{team}/",
            Teams,
            ATeam,
            slug => new SetSentryTeamCommand
            {
                Organization = First,
                Team = [new(slug)],
                Name = "Another name",
            },
            (acme, slug) => TeamOf(acme, slug)!.Name),
        new(
            "remove a team",
            "DELETE teams/{org}/{team}/",
            Teams,
            ATeam,
            slug => new RemoveSentryTeamCommand { Organization = First, Team = [new(slug)] },
            (acme, slug) => TeamOf(acme, slug)?.Id),
        new(
            "put somebody on a team",
            "POST " + TeamPlace,
            Members,
            ANonMember,
            email => new AddSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
            },
            PlaceOf)
        {
            IsByRole = true,
        },
        new(
            "change a role on a team",
            "PUT " + TeamPlace,
            "teams/{org}/{team}/members/",
            AContributor,
            email => new SetSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
                Role = "admin",
            },
            PlaceOf)
        {
            IsByRole = true,
        },
        new(
            "take somebody off a team",
            "DELETE " + TeamPlace,
            Teams,
            AContributor,
            email => new RemoveSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
            },
            PlaceOf)
        {
            IsByRole = true,
        },
        new(
            "make a project",
            "POST teams/{org}/{team}/projects/",
            null,
            _ => "Newcomer",
            name => new NewSentryProjectCommand
            {
                Organization = First,
                Name = [name],
                Team = new("frontend"),
            },
            (acme, name) => acme.Projects.Find(project => project.Name == name)?.Slug),
        new(
            "rename a project",
            "PUT projects/{org}/{project}/",
            Projects,
            _ => "search",
            slug => new SetSentryProjectCommand
            {
                Organization = First,
                Project = [new(slug)],
                Name = "Another name",
                ResolveAgeHours = 48,
            },
            (acme, slug) => ProjectOf(acme, slug)!.Name),
        new(
            "remove a project",
            "DELETE projects/{org}/{project}/",
            Projects,
            _ => "search",
            slug => new RemoveSentryProjectCommand { Organization = First, Project = [new(slug)] },
            (acme, slug) => ProjectOf(acme, slug)?.Status),
        new(
            "give a project to a team",
            "POST projects/{org}/{project}/teams/{team}/",
            Teams,
            _ => "search",
            slug => new AddSentryProjectTeamCommand
            {
                Organization = First,
                Project = [new(slug)],
                Team = [new("frontend")],
            },
            TeamsOf),
        new(
            "take a project from a team",
            "DELETE projects/{org}/{project}/teams/{team}/",
            Projects,
            _ => "web-frontend",
            slug => new RemoveSentryProjectTeamCommand
            {
                Organization = First,
                Project = [new(slug)],
                Team = [new("frontend")],
            },
            TeamsOf),
        new(
            "make a client key",
            "POST projects/{org}/{project}/keys/",
            "projects/{org}/{project}/keys/",
            _ => "web-frontend",
            slug => new NewSentryProjectKeyCommand
            {
                Organization = First,
                Project = [new(slug)],
                Label = "Second",
            },
            (acme, _) => acme.ProjectKeys.Count.ToString(CultureInfo.InvariantCulture)),
        new(
            "rename a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new SetSentryProjectKeyCommand
            {
                Organization = First,
                ProjectKey = [new(key)],
                Label = "Another",
            },
            (acme, key) => KeyOf(acme, key)!.Name),
        new(
            "disable a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new DisableSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)!.IsActive.ToString()),
        new(
            "enable a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            acme => acme.ProjectKeys.First(key => !key.IsActive && acme.Projects.Contains(key.Project)).Public,
            key => new EnableSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)!.IsActive.ToString()),
        new(
            "remove a client key",
            "DELETE " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new RemoveSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)?.Name),
        new(
            "disable an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => rule.Enabled).Id,
            id => new DisableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)!.Enabled.ToString()),
        new(
            "enable an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => !rule.Enabled).Id,
            id => new EnableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)!.Enabled.ToString()),
        new(
            "change an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => !rule.Enabled).Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Name = "Another name",
                Frequency = TimeSpan.FromHours(12),
            },
            (acme, id) => RuleOf(acme, id)!.Name),
        new(
            "remove an alert",
            "DELETE organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows[0].Id,
            id => new RemoveSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)?.Id),
        new(
            "disable a metric monitor",
            "PUT organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new DisableSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MonitorOf(acme, id)!.Enabled.ToString()),
        new(
            "rename a metric monitor",
            "PUT organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
                Name = "Another name",
            },
            (acme, id) => MonitorOf(acme, id)!.Name),
        new(
            "remove a metric monitor",
            "DELETE organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new RemoveSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MonitorOf(acme, id)?.Id),
        new(
            "mute an older issue rule",
            "POST projects/{org}/{project}/rules/{rule}/snooze/",
            IssueRules,
            acme => acme.IssueRules.First(rule => rule is { Snooze: false, Status: "active" }).Id,
            id => new DisableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => OlderOf(acme, id)!.Snooze.ToString())
        {
            IsLegacy = true,
        },
        new(
            "change an older issue rule",
            "PUT projects/{org}/{project}/rules/{rule}/",
            IssueRules,
            acme => acme.IssueRules[0].Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Frequency = TimeSpan.FromMinutes(77),
            },
            (acme, id) => OlderOf(acme, id)!.Frequency.ToString(CultureInfo.InvariantCulture))
        {
            IsLegacy = true,
        },
        new(
            "remove an older issue rule",
            "DELETE projects/{org}/{project}/rules/{rule}/",
            IssueRules,
            acme => acme.IssueRules[0].Id,
            id => new RemoveSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => OlderOf(acme, id)?.Id)
        {
            IsLegacy = true,
        },
        new(
            "mute an older metric rule",
            "POST projects/{org}/{project}/alert-rules/{rule}/snooze/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules.First(rule => !rule.Snooze).Id,
            id => new DisableSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MetricOf(acme, id)!.Snooze.ToString())
        {
            IsLegacy = true,
        },
        new(
            "change an older metric rule",
            "PUT organizations/{org}/alert-rules/{rule}/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules[0].Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
                Name = "Another name",
            },
            (acme, id) => MetricOf(acme, id)!.Name)
        {
            IsLegacy = true,
        },
        new(
            "remove an older metric rule",
            "DELETE organizations/{org}/alert-rules/{rule}/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules[0].Id,
            id => new RemoveSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MetricOf(acme, id)?.Id)
        {
            IsLegacy = true,
        },
    ];

    public static Change Of(string name) => All.Single(change => change.Name == name);

    private static SandboxMember? MemberOf(SandboxOrganization organization, string email) =>
        organization.Members.FirstOrDefault(member => member.Email == email);

    /// <summary>A member nothing speaks against, with teams.</summary>
    private static string AMember(SandboxOrganization organization) =>
        organization
            .Members.First(member =>
                member
                    is {
                        OrgRole: "member",
                        Pending: false,
                        User: not null,
                        IdpProvisioned: false,
                        IdpRoleRestricted: false,
                        PartnershipRestricted: false
                    }
                && organization.Teams.Any(team => team.Memberships.Any(membership => membership.Member == member)))
            .Email;

    private static string AnIssue(SandboxOrganization organization) =>
        organization.Issues.First(issue => issue is { Status: "unresolved", AssignedTo: not null }).Id;

    private static SandboxIssue IssueOf(SandboxOrganization organization, string id) => organization.Issues.Single(issue => issue.Id == id);

    private static SandboxRelease ReleaseOf(SandboxOrganization organization, string version) =>
        organization.Releases.Single(release => release.Version == version);

    private static SandboxProject? ProjectOf(SandboxOrganization organization, string slug) =>
        organization.Projects.Find(project => project.Slug == slug);

    private static string TeamsOf(SandboxOrganization organization, string slug) =>
        string.Join(' ', ProjectOf(organization, slug)!.Teams.Select(team => team.Slug));

    private static string AKey(SandboxOrganization organization) =>
        organization.ProjectKeys.First(key => key.IsActive && organization.Projects.Contains(key.Project)).Public;

    private static SandboxProjectKey? KeyOf(SandboxOrganization organization, string key) =>
        organization.ProjectKeys.Find(candidate => candidate.Public == key);

    private static SandboxWorkflow? RuleOf(SandboxOrganization organization, string id) =>
        organization.Workflows.Find(rule => rule.Id == id);

    private static string AMonitor(SandboxOrganization organization) =>
        organization.Detectors.First(monitor => monitor is { Type: "metric_issue", Enabled: true }).Id;

    private static SandboxDetector? MonitorOf(SandboxOrganization organization, string id) =>
        organization.Detectors.Find(monitor => monitor.Id == id);

    private static SandboxIssueRule? OlderOf(SandboxOrganization organization, string id) =>
        organization.IssueRules.Find(rule => rule.Id == id);

    private static SandboxMetricRule? MetricOf(SandboxOrganization organization, string id) =>
        organization.MetricRules.Find(rule => rule.Id == id);

    private static SandboxTeam? TeamOf(SandboxOrganization organization, string slug) => organization.Teams.Find(team => team.Slug == slug);

    /// <summary>A team that no identity provider manages.</summary>
    private static string ATeam(SandboxOrganization organization) => organization.Teams.First(team => !team.IdpProvisioned).Slug;

    private static SandboxTeamMembership? Place(SandboxOrganization organization, SandboxMember member) =>
        TeamOf(organization, "frontend")!.Memberships.Find(place => place.Member == member);

    private static string? PlaceOf(SandboxOrganization organization, string email) =>
        Place(organization, MemberOf(organization, email)!) is { } place ? place.Role ?? "contributor" : null;

    private static string AContributor(SandboxOrganization organization) =>
        organization
            .Members.First(member =>
                member is { OrgRole: "member", Pending: false, User: not null } && Place(organization, member) is { Role: null }
            )
            .Email;

    private static string ANonMember(SandboxOrganization organization) =>
        organization
            .Members.First(member => member is { OrgRole: "member", Pending: false, User: not null } && Place(organization, member) is null)
            .Email;

    private static string ARequest(SandboxOrganization organization) => organization.InviteRequests[0].Email;
}
