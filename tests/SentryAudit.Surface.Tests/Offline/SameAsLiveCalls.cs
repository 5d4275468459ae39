using System.Collections;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Access;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Graph;
using SentryAudit.Commands.Integration;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Repository;
using SentryAudit.Commands.Role;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Commands.UserStatus;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>Calls whose answers Sentry and an inventory give alike.</summary>
internal static class SameAsLiveCalls
{
    private static readonly OrganizationReference[] Acme = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];
    private static readonly TeamReference[] Teams = [new("mobile"), new("backend")];

    public static readonly Dictionary<string, (Func<SentryConnection, SentryCmdlet> Create, string[] Switches)> Calls = new(
        StringComparer.Ordinal)
    {
        ["organizations"] = (c => new GetSentryOrganizationCommand { Connection = c }, []),
        ["organizations by key"] = (c => new GetSentryOrganizationCommand { Connection = c, Organization = [new("glob*")] }, []),
        ["settings"] = (c => new GetSentryOrganizationCommand { Connection = c }, ["Detailed"]),
        ["members"] = (c => new GetSentryMemberCommand { Connection = c }, []),
        ["members by address"] = (
            c => new GetSentryMemberCommand { Connection = c, Member = [new("ada.ackerman@acme.example"), new("quinn*")] },
            []),
        ["members by role"] = (c => new GetSentryMemberCommand { Connection = c, Role = [new("own*")] }, []),
        ["invitations"] = (c => new GetSentryMemberCommand { Connection = c }, ["Pending"]),
        ["members without 2FA"] = (c => new GetSentryMemberCommand { Connection = c }, ["Without2FA"]),
        ["members with teams"] = (c => new GetSentryMemberCommand { Connection = c }, ["IncludeTeams"]),
        ["members of teams"] = (
            c => new GetSentryMemberCommand
            {
                Connection = c,
                Organization = Acme,
                Team = Teams,
            },
            []),
        ["members of teams with all teams"] = (
            c => new GetSentryMemberCommand
            {
                Connection = c,
                Organization = Acme,
                Team = Teams,
            },
            ["IncludeTeams"]),
        ["teams"] = (c => new GetSentryTeamCommand { Connection = c }, []),
        ["teams by key"] = (c => new GetSentryTeamCommand { Connection = c, Organization = Acme, Team = [new("*e*")] }, []),
        ["team members"] = (c => new GetSentryTeamMemberCommand { Connection = c }, []),
        ["members of some teams"] = (c => new GetSentryTeamMemberCommand { Connection = c, Organization = Acme, Team = Teams }, []),
        ["places of people on teams"] = (
            c => new GetSentryTeamMemberCommand { Connection = c, Organization = Acme, Member = [new("quinn*")] },
            []),
        ["teams of people"] = (c => new GetSentryTeamCommand { Connection = c, Organization = Acme, Member = [new("quinn*")] }, []),
        ["projects that people reach"] = (
            c => new GetSentryProjectCommand { Connection = c, Organization = Acme, Member = [new("quinn*")] },
            []),
        ["projects"] = (c => new GetSentryProjectCommand { Connection = c }, []),
        ["projects by key"] = (c => new GetSentryProjectCommand { Connection = c, Project = [new("mobile-*"), new("web-frontend")] }, []),
        ["projects of teams"] = (c => new GetSentryProjectCommand { Connection = c, Organization = Acme, Team = Teams }, []),
        ["releases"] = (c => new GetSentryReleaseCommand { Connection = c }, []),
        ["archived releases too"] = (c => new GetSentryReleaseCommand { Connection = c }, ["IncludeArchived"]),
        ["releases by wildcard"] = (c => new GetSentryReleaseCommand { Connection = c, Release = [new("search@*")] }, []),
        ["releases of a project"] = (
            c => new GetSentryReleaseCommand
            {
                Connection = c,
                Organization = Acme,
                Project = Web,
            },
            []),
        ["releases of a time"] = (
            c => new GetSentryReleaseCommand
            {
                Connection = c,
                Since = new(2026, 7, 1, 0, 0, 0, default),
                Until = new(2026, 8, 15, 0, 0, 0, default),
            },
            ["IncludeArchived"]),
        ["alert rules"] = (c => new GetSentryAlertRuleCommand { Connection = c }, []),
        ["alert rules of all kinds"] = (c => new GetSentryAlertRuleCommand { Connection = c, Kind = SentryAlertRuleKind.All }, []),
        ["alert rules of two kinds"] = (
            c => new GetSentryAlertRuleCommand { Connection = c, Kind = SentryAlertRuleKind.Cron | SentryAlertRuleKind.Metric },
            []),
        ["alert rules of a project"] = (
            c => new GetSentryAlertRuleCommand
            {
                Connection = c,
                Organization = Acme,
                Project = Web,
                Kind = SentryAlertRuleKind.All,
            },
            []),
        ["alert rules by name"] = (c => new GetSentryAlertRuleCommand { Connection = c, AlertRule = [new("Alert*")] }, []),
        ["monitors"] = (c => new GetSentryMonitorCommand { Connection = c }, []),
        ["monitors of two kinds"] = (
            c => new GetSentryMonitorCommand { Connection = c, Kind = SentryMonitorKind.Uptime | SentryMonitorKind.Metric },
            []),
        ["monitors of a project"] = (
            c => new GetSentryMonitorCommand
            {
                Connection = c,
                Organization = Acme,
                Project = Web,
            },
            []),
        ["project keys"] = (c => new GetSentryProjectKeyCommand { Connection = c }, []),
        ["project keys of a project"] = (c => new GetSentryProjectKeyCommand { Connection = c, Organization = Acme, Project = Web }, []),
        ["repositories"] = (c => new GetSentryRepositoryCommand { Connection = c }, []),
        ["repositories of an integration"] = (
            c => new GetSentryRepositoryCommand { Connection = c, Organization = Acme, Integration = [new("github")] },
            []),
        ["roles"] = (c => new GetSentryRoleCommand { Connection = c }, []),
        ["roles by key"] = (c => new GetSentryRoleCommand { Connection = c, Role = [new("owner")] }, []),
        ["integrations"] = (c => new GetSentryIntegrationCommand { Connection = c }, []),
        ["status"] = (c => new GetSentryUserStatusCommand { Connection = c }, []),
        ["status of some"] = (c => new GetSentryUserStatusCommand { Connection = c, Status = [SentryUserStatusKind.Inactive] }, []),
        ["status in numbers"] = (c => new GetSentryUserStatusCommand { Connection = c }, ["Summary"]),
        ["people of a list"] = (
            c => new CompareSentryMemberCommand
            {
                Connection = c,
                Organization = Acme,
                ReferenceObject =
                [
                    new Hashtable { ["mail"] = "ada.ackerman@acme.example" },
                    new Hashtable { ["mail"] = "new@acme.example" },
                ],
            },
            []),
        ["relationships"] = (
            c => new GetSentryRelationshipCommand
            {
                Connection = c,
                Organization = Acme,
                Type = [.. Enum.GetValues<SentryRelationshipType>().Where(type => type is not SentryRelationshipType.Unknown)],
            },
            []),
        ["effective relationships"] = (c => new GetSentryRelationshipCommand { Connection = c, Organization = Acme }, ["EffectiveAccess"]),
        ["access"] = (c => new GetSentryAccessCommand { Connection = c, Organization = [new("globex")] }, []),
        ["access to a project"] = (
            c => new GetSentryAccessCommand
            {
                Connection = c,
                Organization = Acme,
                Project = Web,
            },
            ["ExcludeOpenMembership"]),
    };
}
