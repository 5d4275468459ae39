using SentryAudit.Cmdlets;
using SentryAudit.Commands.Access;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.CustomIntegration;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Graph;
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
using SentryAudit.Commands.Stats;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Commands.UserStatus;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Calls of the cmdlets that read, one for each set of scopes that they may need.</summary>
internal static class ScopeCalls
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly ProjectReference[] One = [new("web-frontend")];

    public static Dictionary<string, (Func<SentryConnection, SentryCmdlet> Create, string[] Switches)> All { get; } =
        new(StringComparer.Ordinal)
    {
        ["organizations"] = (c => new GetSentryOrganizationCommand { Connection = c }, []),
        ["settings"] = (c => new GetSentryOrganizationCommand { Connection = c }, ["Detailed"]),
        ["members"] = (c => new GetSentryMemberCommand { Connection = c, Organization = First }, []),
        ["members with teams"] = (c => new GetSentryMemberCommand { Connection = c, Organization = First }, ["IncludeTeams"]),
        ["members of a role"] = (c => new GetSentryMemberCommand { Connection = c, Organization = First, Role = [new("owner")] }, []),
        ["teams"] = (c => new GetSentryTeamCommand { Connection = c, Organization = First }, []),
        ["team members"] = (c => new GetSentryTeamMemberCommand { Connection = c, Organization = First }, []),
        ["access"] = (c => new GetSentryAccessCommand { Connection = c, Organization = First, Member = [new("ada.*")] }, []),
        ["relationships"] = (c => new GetSentryRelationshipCommand { Connection = c, Organization = First }, []),
        ["graph"] = (
            c => new ExportSentryGraphCommand
            {
                Connection = c,
                Organization = First,
                Path = Path.Combine(Path.GetTempPath(), "sentry-scope-test.dot"),
                Format = SentryGraphFormat.Dot,
            },
            []),
        ["audit log"] = (c => new GetSentryAuditLogCommand { Connection = c, Organization = First }, []),
        ["projects"] = (c => new GetSentryProjectCommand { Connection = c, Organization = First }, []),
        ["projects of a team"] = (c => new GetSentryProjectCommand { Connection = c, Organization = First, Team = [new("*")] }, []),
        ["releases"] = (c => new GetSentryReleaseCommand { Connection = c, Organization = First }, []),
        ["releases of an environment"] = (
            c => new GetSentryReleaseCommand { Connection = c, Organization = First, Environment = ["production"] }, []),
        ["releases of a project"] = (c => new GetSentryReleaseCommand { Connection = c, Organization = First, Project = [new("*")] }, []),
        ["alert rules"] = (c => new GetSentryAlertRuleCommand { Connection = c, Organization = First, Kind = SentryAlertRuleKind.All }, []),
        ["project keys"] = (c => new GetSentryProjectKeyCommand { Connection = c, Organization = First }, []),
        ["repositories"] = (c => new GetSentryRepositoryCommand { Connection = c, Organization = First }, []),
        ["deploys"] = (c => new GetSentryDeployCommand { Connection = c, Organization = First, Release = [new("search@*")] }, []),
        ["monitors"] = (c => new GetSentryMonitorCommand { Connection = c, Organization = First }, []),
        ["integrations"] = (c => new GetSentryIntegrationCommand { Connection = c, Organization = First }, []),
        ["custom integrations"] = (c => new GetSentryCustomIntegrationCommand { Connection = c, Organization = First }, []),
        ["invite requests"] = (c => new GetSentryInviteRequestCommand { Connection = c, Organization = First }, []),
        ["single sign-on"] = (c => new GetSentryAuthProviderCommand { Connection = c, Organization = First }, []),
        ["issues"] = (c => new GetSentryIssueCommand { Connection = c, Organization = First }, []),
        ["issues of an environment"] = (
            c => new GetSentryIssueCommand { Connection = c, Organization = First, Environment = ["production"] }, []),
        ["issues of a project"] = (
            c => new GetSentryIssueCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("*")],
            },
            []),
        ["events"] = (
            c => new GetSentryEventCommand
            {
                Connection = c,
                Organization = First,
                Project = One,
            },
            []),
        ["events of an issue"] = (
            c => new GetSentryEventCommand
            {
                Connection = c,
                Organization = First,
                Issue = [new("WEB-FRONTEND-1")],
            },
            []),
        ["event entries"] = (
            c => new GetSentryEventEntryCommand
            {
                Connection = c,
                Organization = First,
                Project = One,
            },
            []),
        ["event entries of an issue"] = (
            c => new GetSentryEventEntryCommand
            {
                Connection = c,
                Organization = First,
                Issue = [new("WEB-FRONTEND-1")],
            },
            []),
        ["user feedback"] = (
            c => new GetSentryUserFeedbackCommand
            {
                Connection = c,
                Organization = First,
                Project = One,
            },
            []),
        ["users of a project"] = (
            c => new GetSentryProjectUserCommand
            {
                Connection = c,
                Organization = First,
                Project = One,
            },
            []),
        ["event counts"] = (c => new GetSentryEventCountCommand { Connection = c, Organization = First }, []),
        ["event counts of a team"] = (
            c => new GetSentryEventCountCommand
            {
                Connection = c,
                Organization = First,
                Team = [new("*")],
                Stat = SentryEventStat.All,
            },
            []),
        ["usage"] = (c => new GetSentryUsageCommand { Connection = c, Organization = First }, []),
        ["usage of features"] = (c => new GetSentryUsageCommand { Connection = c, Organization = First }, ["Feature"]),
        ["subscription"] = (c => new GetSentrySubscriptionCommand { Connection = c, Organization = First }, []),
        ["status"] = (c => new GetSentryUserStatusCommand { Connection = c, Organization = First }, []),
    };
}
