using SentryAudit.Commands;
using SentryAudit.Commands.Access;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What [RequiresScope] promises is what Sentry asks for.</summary>
public sealed class ScopeTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly string[] Local = ["Connect-Sentry", "Disconnect-Sentry", "Get-SentryConnection", "Get-SentryPermission", "Test-SentryConnection"];

    // Needs what the endpoint needs that it is told.
    private const string AnyEndpoint = "Invoke-SentryApi";
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly Dictionary<string, (Func<SentryConnection, SentryCmdlet> Create, string[] Switches)> Calls = new(StringComparer.Ordinal)
    {
        ["organizations"] = (c => new GetSentryOrganizationCommand { Connection = c }, []),
        ["settings"] = (c => new GetSentryOrganizationCommand { Connection = c }, ["Detailed"]),
        ["members"] = (c => new GetSentryMemberCommand { Connection = c, Organization = First }, []),
        ["members with teams"] = (c => new GetSentryMemberCommand { Connection = c, Organization = First }, ["IncludeTeams"]),
        ["teams"] = (c => new GetSentryTeamCommand { Connection = c, Organization = First }, []),
        ["team members"] = (c => new GetSentryTeamMemberCommand { Connection = c, Organization = First }, []),
        ["access"] = (c => new GetSentryAccessCommand { Connection = c, Organization = First, Member = [new("ada.*")] }, []),
        ["audit log"] = (c => new GetSentryAuditLogCommand { Connection = c, Organization = First }, []),
        ["projects"] = (c => new GetSentryProjectCommand { Connection = c, Organization = First }, []),
        ["projects of a team"] = (c => new GetSentryProjectCommand { Connection = c, Organization = First, Team = [new("*")] }, []),
        ["releases"] = (c => new GetSentryReleaseCommand { Connection = c, Organization = First }, []),
        ["releases of a project"] = (c => new GetSentryReleaseCommand { Connection = c, Organization = First, Project = [new("*")] }, []),
        ["alert rules"] = (c => new GetSentryAlertRuleCommand { Connection = c, Organization = First, Kind = SentryAlertRuleKind.All }, []),
        ["status"] = (c => new GetSentryUserStatusCommand { Connection = c, Organization = First }, []),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Cmdlets.All), MemberType = typeof(Cmdlets))]
    public void EveryCmdletSaysWhatItNeedsUnlessItIsLocal(string cmdlet) =>
        Assert.Equal(!Local.Contains(cmdlet, StringComparer.Ordinal) && cmdlet != AnyEndpoint, Cmdlets.Scopes(Cmdlets.Of(cmdlet)).Any());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WithAllItNeedsACmdletWorks(string call)
    {
        var (create, switches) = Calls[call];
        var needs = Cmdlets.Scopes(create(Connection).GetType()).Select(need => need.AnyOf[0]).ToArray();
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, needs));

        CmdletRunner.Run(create(connection), switches).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheScopeAnErrorNamesIsOneTheCmdletDeclares(string call)
    {
        var (create, switches) = Calls[call];
        var declared = Cmdlets.Scopes(create(Connection).GetType()).SelectMany(need => need.AnyOf).ToHashSet(StringComparer.Ordinal);
        var scopes = new HashSet<string>(StringComparer.Ordinal) { "event:read" };
        for (var round = 0; round < 6; round++)
        {
            var run = CmdletRunner.Run(create(await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, [.. scopes]))), switches);
            if (run.AllErrors().Count == 0)
            {
                return;
            }

            // Given what the error asks for, the next attempt must come further.
            var error = Assert.IsType<SentryApiException>(run.AllErrors()[0]);
            Assert.Equal(403, error.Status);
            Assert.Subset(declared, error.RequiredScope.ToHashSet(StringComparer.Ordinal));
            Assert.True(scopes.Add(error.RequiredScope[^1]), "The error asks for a scope that the token has.");
        }

        Assert.Fail("The errors never told all that is needed.");
    }
}
