using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Invitations that are not sent, and why.</summary>
public sealed class NewMemberRefusalTests : AdministrationTest
{
    private const string Newcomer = "newcomer@acme.example";

    [Theory]
    [InlineData("member", "SentryMemberExists", "Set-SentryMember")]
    [InlineData("invited", "SentryMemberInvited", "Send-SentryInvitation")]
    public void Anyone_who_is_there_already_is_not_invited_again(string kind, string errorId, string remedy)
    {
        var known = Acme.Members.First(member => member.Pending == (kind == "invited") && (member.Pending || member.User is not null));

        var run = Run(new NewSentryMemberCommand { Organization = InAcme, Email = [known.Email.ToUpperInvariant(), Newcomer] });

        var error = run.SingleError();
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(remedy, error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(Newcomer, Assert.Single(run.Of<SentryMember>()).Email);
    }

    [Fact]
    public void An_address_given_twice_is_invited_once()
    {
        var run = Run(new NewSentryMemberCommand { Organization = InAcme, Email = [Newcomer, "NEWCOMER@acme.example"] });

        Assert.Single(run.Output);
        Assert.Equal("SentryMemberInvited", run.SingleError().ErrorId);
    }

    [Theory]
    [InlineData("admin", null, null, "SentryRoleRetired")]
    [InlineData("member", null, "admin", "SentryTeamMissing")]
    public void A_reason_against_an_invitation_is_in_the_plan(string role, string? team, string? teamRole, string errorId)
    {
        var run = Plan(
            new NewSentryMemberCommand
            {
                Organization = InAcme,
                Email = [Newcomer],
                Role = role,
                Team = team is null ? null : [new(team)],
                TeamRole = teamRole,
            }
        );

        Assert.Equal(errorId, run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }

    [Theory]
    [InlineData("billing", "frontend", "SentryRoleWithoutTeams")]
    [InlineData("member", "no-such-team", "SentryTeamUnknown")]
    [InlineData("chief", "frontend", "SentryRoleUnknown")]
    public void What_Sentry_refuses_is_explained(string role, string team, string errorId)
    {
        var run = Run(new NewSentryMemberCommand { Organization = InAcme, Email = [Newcomer], Role = role, Team = [new(team)] });

        Assert.Equal(errorId, run.SingleError().ErrorId);
        Assert.NotEmpty(run.SingleError().RecommendedAction);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Too_many_invitations_are_explained()
    {
        Server.Faults.On(
            "POST organizations/{org}/members/",
            Fault.Status(429, """{"detail":"You are being rate limited for too many invitations."}"""),
            times: 1);

        var run = Run(new NewSentryMemberCommand { Organization = InAcme, Email = [Newcomer, "second@acme.example"] });

        Assert.Equal(("SentryRateLimited", SentryErrorCategory.LimitsExceeded), (run.SingleError().ErrorId, run.SingleError().Category));
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("member", null)]
    [InlineData("manager", "SentryIntegrationLimited")]
    public async Task An_integration_invites_members_only(string role, string? errorId)
    {
        var connection = await Server.ConnectAsync(
            Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read", "member:write"),
            "acme",
            retries: 0);

        var run = Run(new NewSentryMemberCommand { Connection = connection, Organization = InAcme, Email = [Newcomer], Role = role });

        Assert.Equal(errorId, run.Errors.Select(error => error.Exception.ErrorId).SingleOrDefault());
        connection.Transport.Dispose();
    }
}
