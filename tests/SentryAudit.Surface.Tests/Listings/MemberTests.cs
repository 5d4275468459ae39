using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class MemberTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void AMemberIsFoundByMailIdNameWildcardAndObject()
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
    public void SeveralKeysOfSeveralKinds()
    {
        var members = Acme.Members;
        var found = Get<SentryMember>(Command(new(members[0].Email), new(members[3].Id), new("newcomer*")));

        Assert.Equal(2 + members.Count(member => member.Pending), found.Length);
    }

    [Fact]
    public void AnUnknownNameIsAnErrorAPatternWithoutMatchIsNot()
    {
        var run = Run(Command(new("ghost@acme.example"), new(Acme.Members[0].Email), new("zzz*")));

        Assert.Single(run.Output);
        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Equal("ghost@acme.example", run.Errors[0].Target);
    }

    [Fact]
    public void AfterABrokenReadNoKeyIsCalledMissing()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(403));

        Assert.Equal("SentryForbidden", Run(Command(new MemberReference("ghost@acme.example"))).SingleError().ErrorId);
    }

    [Fact]
    public void PipelineInputIsCollectedIntoOneListing()
    {
        var command = Command();
        var mails = Acme.Members.Take(5).Select(member => member.Email).ToArray();

        var run = CmdletRunner.Run(command, new RecordingPipeline(), OrganizationTests.Bindings(mails, key => command.Member = [new(key)]));

        run.ShouldSucceed();
        Assert.Equal(
            mails.Order(StringComparer.Ordinal),
            run.Of<SentryMember>().Select(member => member.Email!).Order(StringComparer.Ordinal));
        Assert.Single(Server.Requests.To("organizations/{org}/members/"));
    }

    [Fact]
    public void AnObjectFromAnotherOrganizationIsLookedUpThere()
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
    public void RoleFilters(string role)
    {
        var command = Command();
        command.Role = [new(role)];
        var expected = Acme.Members.Where(member =>
            role.EndsWith('*') ? member.OrgRole.StartsWith(role[0]) : member.OrgRole.Equals(role, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(expected.Select(member => member.Id), Get<SentryMember>(command).Select(member => member.Id));
    }

    [Fact]
    public void PendingGivesTheInvitations()
    {
        var found = Get<SentryMember>(Command(), "Pending");

        Assert.Equal(Acme.Members.Where(member => member.Pending).Select(member => member.Id), found.Select(member => member.Id));
        Assert.All(found, member => Assert.Equal(SentryUserStatusKind.Suspended, member.Status));
    }

    [Fact]
    public void Without2FAGivesThoseKnownToHaveNone()
    {
        var found = Get<SentryMember>(Command(), "Without2FA");

        Assert.Equal(
            Acme.Members.Where(member => member.User is { Has2Fa: false }).Select(member => member.Id),
            found.Select(member => member.Id));
        Assert.NotEmpty(found);
    }

    [Fact]
    public void OfAnInviteeNothingIsKnown()
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
    public void WhatAnOlderServerLeavesOutIsUnknown() =>
        Assert.Null(
            Get<SentryMember>(Command())
                .Single(member => Acme.Members.Exists(row => row.Id == member.Id && row.User is { IsSuspended: null }))
                .IsSuspended);

    private SentryMember Single(string key) => Assert.Single(Get<SentryMember>(Command(new MemberReference(key))));

    private GetSentryMemberCommand Command(params MemberReference[] members) =>
        new() { Connection = Connection, Organization = [new("acme")], Member = members.Length == 0 ? null : members };
}
