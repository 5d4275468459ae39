using SentryAudit.Cmdlets;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Users who give up their own membership of a team, or their right to run it, are asked twice.</summary>
public sealed class OwnTeamMembershipTests : AdministrationTest
{
    private static readonly string[] Scopes = ["org:read", "member:read", "team:read"];

    public static TheoryData<string> OwnPlace => ["Add", "Set", "Remove"];

    private SandboxTeam Frontend => Acme.Teams.Single(team => team.Slug == "frontend");

    private SandboxMember Plain =>
        Acme.Members.First(member =>
            member is { OrgRole: "member", Pending: false, User.IsActive: true } && member.User.Email == member.Email);

    private SandboxTeamMembership? Place => Frontend.Memberships.Find(place => place.Member == Plain);

    [Theory]
    [MemberData(nameof(OwnPlace))]
    public async Task Losing_ones_own_membership_or_role_is_asked_about_twice(string verb)
    {
        Put("admin");

        var run = await RunAsPlainAsync(verb, new RecordingPipeline { SecondThought = false });

        run.ShouldSucceed();
        Assert.Equal(2, run.Asked.Count);
        Assert.EndsWith("Go on?", run.Asked[1].Target, StringComparison.Ordinal);
        Assert.Empty(Server.Requests.Writes());
        Assert.Equal("admin", Place!.Role);
    }

    [Theory]
    [MemberData(nameof(OwnPlace))]
    public async Task Force_leaves_out_the_second_question_only(string verb)
    {
        Put("admin");

        var run = await RunAsPlainAsync(verb, new RecordingPipeline { SecondThought = false }, "Force");

        run.ShouldSucceed();
        Assert.Single(run.Asked);
        Assert.NotEqual("admin", Place?.Role);
    }

    [Theory]
    [MemberData(nameof(OwnPlace))]
    public void Somebody_elses_loss_is_asked_about_once(string verb)
    {
        Put("admin");

        Assert.Single(Run(Lower(verb)).Asked);
    }

    [Fact]
    public async Task Raising_ones_own_role_is_no_loss()
    {
        Put(null);

        var run = await RunAsPlainAsync("Set", new RecordingPipeline { SecondThought = false }, role: "admin");

        Assert.Single(run.Asked);
    }

    private async Task<RecordingPipeline> RunAsPlainAsync(
        string verb,
        RecordingPipeline pipeline,
        string? flag = null,
        string role = "contributor")
    {
        var cmdlet = Lower(verb, role);
        cmdlet.Connection = await Server.ConnectAsync(Server.CreateToken(Plain.User!, Scopes), retries: 0);
        Server.Requests.Clear();
        var run = Run(cmdlet, pipeline, flag is null ? [] : [flag]);
        cmdlet.Connection.Transport.Dispose();
        return run;
    }

    private SentryTeamMemberCmdlet Lower(string verb, string role = "contributor")
    {
        SentryTeamMemberCmdlet cmdlet = verb switch
        {
            "Add" => new AddSentryTeamMemberCommand { Role = role },
            "Set" => new SetSentryTeamMemberCommand { Role = role },
            _ => new RemoveSentryTeamMemberCommand(),
        };
        (cmdlet.Organization, cmdlet.Member, cmdlet.Team) = (InAcme, [new(Plain.Email)], [new("frontend")]);
        return cmdlet;
    }

    private void Put(string? role)
    {
        Frontend.Memberships.RemoveAll(place => place.Member == Plain);
        Frontend.Memberships.Add(new SandboxTeamMembership(Plain, role));
    }
}
