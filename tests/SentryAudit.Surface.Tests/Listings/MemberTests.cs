using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class MemberTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void A_member_is_found_by_mail_id_name_wildcard_and_object()
    {
        var one = Get<SentryMember>(Command()).First(member => member.UserId is not null);

        Assert.Equal(one.Id, Single(one.Email!).Id);
        Assert.Equal(one.Id, Single(one.Email!.ToUpperInvariant()).Id);
        Assert.Equal(one.Id, Single(one.Id).Id);
        Assert.Equal(one.Id, Single(one.Name!).Id);
        Assert.Equal(one.Id, Single(one.Email[..^3] + "*").Id);
        Assert.Equal(one.Id, Assert.Single(Get<SentryMember>(Command(new MemberReference(one)))).Id);
    }

    [Fact]
    public void Keys_of_several_kinds_can_be_mixed()
    {
        var members = Acme.Members;
        var found = Get<SentryMember>(Command(new(members[0].Email), new(members[3].Id), new("newcomer*")));

        Assert.Equal(2 + members.Count(member => member.Pending), found.Length);
    }

    [Fact]
    public void An_unknown_name_is_an_error_and_a_pattern_without_a_match_is_not()
    {
        var run = Run(Command(new("ghost@acme.example"), new(Acme.Members[0].Email), new("zzz*")));

        Assert.Single(run.Output);
        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Equal("ghost@acme.example", run.Errors[0].Target);
    }

    [Fact]
    public void After_a_broken_read_no_key_is_called_missing()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(403));

        Assert.Equal("SentryForbidden", Run(Command(new MemberReference("ghost@acme.example"))).SingleError().ErrorId);
    }

    [Fact]
    public void Pipeline_input_is_collected_into_one_listing()
    {
        var mails = Acme.Members.Take(5).Select(member => member.Email).ToArray();

        var run = CmdletRunner.Pipe(mails, Command());

        run.ShouldSucceed();
        Assert.Equal(
            mails.Order(StringComparer.Ordinal),
            run.Of<SentryMember>().Select(member => member.Email!).Order(StringComparer.Ordinal));
        Assert.Single(Server.Requests.To("organizations/{org}/members/"));
    }

    [Fact]
    public void An_object_from_another_organization_is_looked_up_there()
    {
        var other = Get<SentryMember>(new GetSentryMemberCommand { Connection = Connection, Organization = [new("globex")] })[0];
        Server.Requests.Clear();

        var found = Assert.Single(Get<SentryMember>(new GetSentryMemberCommand { Connection = Connection, Member = [new(other)] }));

        Assert.Equal(("globex", other.Id), (found.OrganizationSlug, found.Id));
        Assert.All(Server.Requests, request => Assert.Contains("globex", request.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("manager")]
    [InlineData("MEMBER")]
    [InlineData("a*")]
    public void Role_narrows_the_members(string role)
    {
        var command = Command();
        command.Role = [new(role)];
        var expected = Acme.Members.Where(member =>
            role.EndsWith('*') ? member.OrgRole.StartsWith(role[0]) : member.OrgRole.Equals(role, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(expected.Select(member => member.Id), Get<SentryMember>(command).Select(member => member.Id));
    }

    [Fact]
    public void Pending_gives_the_invitations()
    {
        var found = Get<SentryMember>(Command(), "Pending");

        Assert.Equal(Acme.Members.Where(member => member.Pending).Select(member => member.Id), found.Select(member => member.Id));
        Assert.All(found, member => Assert.Equal(SentryUserStatusKind.Suspended, member.Status));
    }

    [Fact]
    public void Without2FA_gives_those_known_to_have_none()
    {
        var found = Get<SentryMember>(Command(), "Without2FA");

        Assert.Equal(
            Acme.Members.Where(member => member.User is { Has2Fa: false }).Select(member => member.Id),
            found.Select(member => member.Id));
        Assert.NotEmpty(found);
    }

    [Fact]
    public void Nothing_is_known_of_an_invitee()
    {
        Assert.All(Get<SentryMember>(Command(), "Pending"), invitee =>
        {
            Assert.Null(invitee.Has2FA);
            Assert.Null(invitee.IsActive);
            Assert.Null(invitee.IsSuspended);
            Assert.Null(invitee.LastLogin);
            Assert.Null(invitee.LastActive);
            Assert.Null(invitee.UserId);
            Assert.Equal("approved", invitee.InviteStatus);
        });
    }

    [Fact]
    public void What_an_older_server_leaves_out_is_unknown() =>
        Assert.Null(
            Get<SentryMember>(Command())
                .Single(member => Acme.Members.Exists(row => row.Id == member.Id && row.User is { IsSuspended: null }))
                .IsSuspended);

    private SentryMember Single(string key) => Assert.Single(Get<SentryMember>(Command(new MemberReference(key))));

    private GetSentryMemberCommand Command(params MemberReference[] members) =>
        new() { Connection = Connection, Organization = [new("acme")], Member = members.Length == 0 ? null : members };
}
