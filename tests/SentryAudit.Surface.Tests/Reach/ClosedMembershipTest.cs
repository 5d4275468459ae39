using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>A test with the token of a plain member who is not on every team.</summary>
public abstract class ClosedMembershipTest(SandboxFixture sandbox) : SandboxTest(sandbox)
{
    protected static readonly OrganizationReference[] InAcme = [new("acme")];

    private static readonly string[] All =
        ["org:admin", "member:admin", "team:admin", "project:admin", "project:releases", "event:admin", "alerts:write"];

    /// <summary>Every listing that depends on projects.</summary>
    public static TheoryData<string> Dependent => [.. Cmdlets.Keys.Order(StringComparer.Ordinal)];

    protected SentryConnection Plain { get; private set; } = null!;

    protected SandboxMember Me { get; private set; } = null!;

    protected SandboxProject[] Active => [.. Acme.Projects.Where(project => project.Status is "active")];

    protected string[] Hidden => [.. Active.Where(project => !project.IsWorkedOnBy(Me)).Select(project => project.Slug)];

    protected string Warning => $"{Hidden.Length} of {Active.Length} projects of acme are out of this token's reach";

    private static Dictionary<string, Func<SentryCmdlet>> Cmdlets { get; } = new(StringComparer.Ordinal)
    {
        ["releases"] = static () => new GetSentryReleaseCommand { Organization = InAcme },
        ["new releases"] = static () => new GetSentryReleaseCommand { Organization = InAcme, Since = DateTimeOffset.MaxValue },
        ["deploys"] = static () => new GetSentryDeployCommand { Organization = InAcme, Release = [new("*1")] },
        ["rules"] = static () => new GetSentryAlertRuleCommand { Organization = InAcme, Kind = SentryAlertRuleKind.All },
        ["monitors"] = static () => new GetSentryMonitorCommand { Organization = InAcme },
        ["keys"] = static () => new GetSentryProjectKeyCommand { Organization = InAcme },
        ["issues"] = static () => new GetSentryIssueCommand { Organization = InAcme },
        ["events"] = static () => new GetSentryEventCommand { Organization = InAcme },
        ["users"] = static () => new GetSentryProjectUserCommand { Organization = InAcme },
        ["feedback"] = static () => new GetSentryUserFeedbackCommand { Organization = InAcme },
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Me = Acme.Members.First(member => member is { OrgRole: "member", User.IsActive: true }
            && Active.Any(project => project.IsWorkedOnBy(member))
            && !Active.All(project => project.IsWorkedOnBy(member)));
        Plain = await Server.ConnectAsync(Server.CreateToken(Me.User!, All));
        Server.Requests.Clear();
    }

    private protected static RecordingPipeline RunAs(SentryConnection connection, string listing) => RunAs(connection, Cmdlets[listing]());

    private protected static RecordingPipeline RunAs(SentryConnection connection, SentryCmdlet cmdlet)
    {
        ((SentryConnectedCmdlet)cmdlet).Connection = connection;
        return Run(cmdlet);
    }
}
