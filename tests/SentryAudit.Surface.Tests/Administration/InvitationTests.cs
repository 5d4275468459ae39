using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Invitations sent again, and requests for membership.</summary>
public sealed class InvitationTests : AdministrationTest
{
    private SandboxMember Fresh => Acme.Members.First(member => member is { Pending: true, Expired: false });

    private SandboxMember Proposed => Acme.InviteRequests[0];

    [Theory]
    [InlineData(false, "Send the invitation again", """{"reinvite":true}""")]
    [InlineData(true, "Send the invitation again with a new link, since it has expired", """{"reinvite":true,"regenerate":true}""")]
    public void Expired_invitations_get_a_new_link(bool isExpired, string action, string body)
    {
        var invited = Acme.Members.First(member => member.Pending && member.Expired == isExpired);

        var run = Run(Send(invited.Email.ToUpperInvariant()), "PassThru");

        run.ShouldSucceed();
        Assert.Equal(($"{invited.Email} in acme", action), Assert.Single(run.Asked));
        Assert.Equal(body, Assert.Single(Server.Requests.Writes()).Body);
        var returned = Assert.Single(run.Of<SentryMember>());
        Assert.Equal((invited.Id, true, false), (returned.Id, returned.Pending, returned.Expired));
        Assert.Null(returned.Has2FA);
    }

    [Fact]
    public void A_member_who_has_joined_gets_no_link()
    {
        var joined = Acme.Members.First(member => !member.Pending);

        var run = Run(Send(joined.Email, Fresh.Email));

        Assert.Equal("SentryMemberJoined", run.SingleError().ErrorId);
        Assert.Single(Server.Requests.Writes());
    }

    [Fact]
    public async Task An_expired_invitation_needs_more_than_the_right_to_invite()
    {
        var expired = Acme.Members.First(member => member is { Pending: true, Expired: true });
        var connection = await Server.ConnectAsync(
            Server.CreateToken(SandboxTokenKind.User, "org:read", "member:read", "member:invite"),
            retries: 0);
        var cmdlet = Send(expired.Email);
        cmdlet.Connection = connection;

        var error = Run(cmdlet).SingleError();

        Assert.Equal(("SentryForbidden", "Use a token with the scope member:admin."), (error.ErrorId, error.RecommendedAction));
        Assert.True(expired.Expired);
        connection.Transport.Dispose();
    }

    [Theory]
    [InlineData(null, "Approve the request for membership as member", "member")]
    [InlineData("Manager", "Approve the request for membership as manager instead of member", "manager")]
    public void An_approved_request_is_an_invitation(string? role, string action, string expected)
    {
        var request = Proposed;

        var run = Run(
            new ApproveSentryInviteRequestCommand
            {
                Organization = InAcme,
                InviteRequest = [new(request.Email.ToUpperInvariant())],
                Role = role,
            },
            "PassThru");

        run.ShouldSucceed();
        Assert.Equal(($"{request.Email} in acme", action), Assert.Single(run.Asked));
        var returned = Assert.Single(run.Of<SentryMember>());
        Assert.Equal((request.Id, request.Email, expected, true), (returned.Id, returned.Email, returned.Role, returned.Pending));
        Assert.Contains(request, Acme.Members);
        Assert.DoesNotContain(Run(new GetSentryInviteRequestCommand { Organization = InAcme }).Of<SentryInviteRequest>(), open =>
            open.Id == request.Id);
    }

    [Fact]
    public void Without_PassThru_nothing_is_given_and_the_approval_is_seen_all_the_same()
    {
        var run = Run(new ApproveSentryInviteRequestCommand { Organization = InAcme, InviteRequest = [new(Proposed.Email)] });

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Equal("PUT", Assert.Single(Server.Requests.Writes()).Method);
        Assert.EndsWith("/invite-requests/", Server.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_retired_role_is_not_assigned()
    {
        var run = Plan(
            new ApproveSentryInviteRequestCommand
            {
                Organization = InAcme,
                InviteRequest = [new(Proposed.Email)],
                Role = "admin",
            }
        );

        Assert.Equal("SentryRoleRetired", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public void Requests_to_join_that_the_organization_does_not_take_are_explained()
    {
        Acme.Settings["allowJoinRequests"] = "false";
        var (proposed, joiner) = (Proposed, Acme.InviteRequests.First(request => request.InviteStatus == "requested_to_join"));

        var run = Run(
            new ApproveSentryInviteRequestCommand { Organization = InAcme, InviteRequest = [new(joiner.Email), new(proposed.Email)] }
        );

        Assert.Equal("SentryRequestsClosed", run.SingleError().ErrorId);
        Assert.Contains(proposed, Acme.Members);
    }

    [Fact]
    public void A_higher_role_than_ones_own_is_explained()
    {
        Proposed.OrgRole = "owner";
        Acme.Members[0].OrgRole = "manager";

        var error = Run(new ApproveSentryInviteRequestCommand { Organization = InAcme, InviteRequest = [new(Proposed.Email)] })
            .SingleError();

        Assert.Equal("SentryForbidden", error.ErrorId);
        Assert.Contains("not allowed to approve the requested role", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denied_request_is_gone()
    {
        var request = Proposed;

        var run = Run(
            new DenySentryInviteRequestCommand { Organization = InAcme, InviteRequest = [new(request.Email), new("nobody@acme.example")] }
        );

        Assert.Equal(($"{request.Email} in acme", "Deny the request for membership"), Assert.Single(run.Asked));
        Assert.Equal("nobody@acme.example", run.Errors.Single().Target);
        Assert.DoesNotContain(request, Acme.InviteRequests);
        Assert.DoesNotContain(request, Acme.Members);
    }

    private static SendSentryInvitationCommand Send(params string[] members) =>
        new() { Organization = InAcme, Member = [.. members.Select(member => new MemberReference(member))] };
}
