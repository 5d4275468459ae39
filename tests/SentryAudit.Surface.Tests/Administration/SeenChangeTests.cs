using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Sentry says yes and nothing happens: that is not believed.</summary>
public sealed class SeenChangeTests : AdministrationTest
{
    public static TheoryData<string> Answers => ["{}", """{"detail":"queued"}"""];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_creation_that_is_not_shown_and_not_seen_makes_no_object(string body)
    {
        Server.Faults.On("POST organizations/{org}/teams/", Fault.Status(201, body));

        var run = Run(new NewSentryTeamCommand { Organization = InAcme, Slug = ["night-shift"] });

        Assert.Empty(run.Output);
        Assert.Equal("SentryChangeUncertain", run.SingleError().ErrorId);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_removal_that_is_not_seen_is_not_done(string body)
    {
        var (member, team) = (Acme.Members[^1], Acme.Teams[0]);
        Server.Faults.On("DELETE organizations/{org}/members/{member}/", Fault.Status(202, body));
        Server.Faults.On("DELETE teams/{org}/{team}/", Fault.Status(202, body));

        var (ofMember, ofTeam) = (Run(new RemoveSentryMemberCommand { Organization = InAcme, Member = [new(member.Email)] }, "Force"),
            Run(new RemoveSentryTeamCommand { Organization = InAcme, Team = [new(team.Slug)] }, "Force"));

        Assert.Equal("SentryChangeUncertain", ofMember.SingleError().ErrorId);
        Assert.Contains("was accepted, but a look afterwards does not show it", ofTeam.SingleError().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_that_is_not_seen_is_not_done()
    {
        var request = Acme.InviteRequests[0];
        Server.Faults.On("PUT organizations/{org}/invite-requests/{member}/", Fault.Status(200, "{}"));

        var run = Run(new ApproveSentryInviteRequestCommand { Organization = InAcme, InviteRequest = [new(request.Email)] });

        Assert.Equal("SentryChangeUncertain", run.SingleError().ErrorId);
    }
}
