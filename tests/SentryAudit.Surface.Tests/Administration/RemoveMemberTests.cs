using SentryAudit.Commands.Member;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Removing members: whom a name means, and who may not be removed.</summary>
public sealed class RemoveMemberTests : AdministrationTest
{
    private SandboxMember[] Plain =>
        [
            .. Acme.Members.Where(member =>
                member is { OrgRole: "member", Pending: false, User.IsActive: true, IdpProvisioned: false, PartnershipRestricted: false }
            ),
        ];

    [Fact]
    public void A_member_is_gone_from_the_next_read()
    {
        var member = Plain[0];

        Run(Remove(member.Email.ToUpperInvariant())).ShouldSucceed();

        Assert.DoesNotContain(Run(new GetSentryMemberCommand { Organization = InAcme }).Of<SentryMember>(), now => now.Id == member.Id);
        Assert.DoesNotContain(Acme.Teams, team => team.Memberships.Any(place => place.Member == member));
    }

    [Fact]
    public void The_plan_distinguishes_members_and_invitations()
    {
        var (member, invited) = (Plain.First(member => member.User!.LastActive is not null), Acme.Members.First(member => member.Pending));

        var asked = Plan(Remove(member.Email, invited.Email)).Asked;

        Assert.Equal(
            [
                ($"{member.Email} in acme", $"Remove the member, last active {member.User!.LastActive:yyyy-MM-dd}"),
                ($"{invited.Email} in acme", $"Take back the invitation as {invited.OrgRole}"),
            ],
            asked);
    }

    // A large organization has a hundred pages of members.
    [Fact]
    public void One_member_is_looked_up_with_the_owners_and_not_with_everybody()
    {
        Run(Remove(Plain[0].Email)).ShouldSucceed();

        var listed = Server
            .Requests.Where(request => request.Method == "GET" && request.Path.EndsWith("/members/", StringComparison.Ordinal))
            .Select(request => Uri.UnescapeDataString(request.Query));
        Assert.Collection(
            listed,
            one => Assert.Contains("query=email:", one, StringComparison.Ordinal),
            owners => Assert.Contains("query=role:owner", owners, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_integration_is_refused_beforehand()
    {
        var connection = await Server.ConnectAsync(
            Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read", "member:admin"),
            "acme",
            retries: 0);
        Server.Requests.Clear();

        var run = Run(new RemoveSentryMemberCommand { Connection = connection, Organization = InAcme, Member = [new(Plain[0].Email)] });

        Assert.Equal("SentryIntegrationLimited", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
        connection.Transport.Dispose();
    }

    [Fact]
    public async Task Removing_an_owner_as_a_manager_is_refused_with_a_remedy()
    {
        var manager = Acme.Members.First(member => member is { OrgRole: "manager", User.IsActive: true });
        Promote(Plain[0]);
        var owner = Acme.Members.Last(member => member.OrgRole == "owner");
        var connection = await Server.ConnectAsync(
            Server.CreateToken(manager.User!, "org:read", "member:read", "member:admin"),
            retries: 0);

        var error = Run(
                new RemoveSentryMemberCommand
                {
                    Connection = connection,
                    Organization = InAcme,
                    Member = [new(owner.Email)],
                }
            )
            .SingleError();

        Assert.Equal(
            ("SentryForbidden", "Connect with a personal token of an owner with the scope member:admin."),
            (error.ErrorId, error.RecommendedAction));
        connection.Transport.Dispose();
    }

    [Fact]
    public void A_name_that_two_have_removes_nobody_but_a_wildcard_means_both()
    {
        var (one, two) = (Plain[0], Plain[1]);
        one.Name = two.Name = one.User!.Name = two.User!.Name = "Kim Doe";

        Assert.Equal("AmbiguousSentryName", Run(Remove("Kim Doe")).SingleError().ErrorId);
        Assert.Contains(one, Acme.Members);
        Run(Remove("Kim D*")).ShouldSucceed();

        Assert.DoesNotContain(one, Acme.Members);
        Assert.DoesNotContain(two, Acme.Members);
    }

    [Fact]
    public void People_by_status_are_removed_and_those_who_have_left_are_no_error()
    {
        var inactive = Acme
            .Members.Where(member => member is { Pending: false, User: null or { IsActive: false } })
            .Select(member => member.Email)
            .ToArray();
        var statuses = Run(new GetSentryUserStatusCommand { Organization = InAcme })
            .Of<SentryUserStatus>()
            .Where(person => person.Status is SentryUserStatusKind.Inactive);
        var gone = new SentryUserStatus
        {
            OrganizationSlug = "acme",
            MemberId = "99999",
            Email = "gone@acme.example",
            Status = SentryUserStatusKind.Inactive,
            Reason = SentryUserStatusReason.GoneAfterActive,
        };

        Run(
                new RemoveSentryMemberCommand
                {
                    Organization = InAcme,
                    Member = [.. statuses.Append(gone).Select(person => new MemberReference(person))],
                }
            )
            .ShouldSucceed();

        Assert.NotEmpty(inactive);
        Assert.DoesNotContain(Acme.Members, member => inactive.Contains(member.Email, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(SentryUserStatusReason.GoneAfterActive)]
    [InlineData(SentryUserStatusReason.AccountInactive)]
    public void Somebody_who_is_active_is_not_removed_by_an_object_that_says_otherwise(SentryUserStatusReason reason)
    {
        var member = Plain[0];
        var status = new SentryUserStatus
        {
            OrganizationSlug = "acme",
            MemberId = member.Id,
            Email = member.Email,
            Status = SentryUserStatusKind.Inactive,
            Reason = reason,
        };

        var refused = Run(new RemoveSentryMemberCommand { Organization = InAcme, Member = [new MemberReference(status)] });

        Assert.Equal("SentryMemberIsActive", refused.SingleError().ErrorId);
        Assert.Contains(member, Acme.Members);

        Run(new RemoveSentryMemberCommand { Organization = InAcme, Member = [new MemberReference(status)], Force = true }).ShouldSucceed();

        Assert.DoesNotContain(member, Acme.Members);
    }

    [Fact]
    public void An_unknown_member_is_an_error_and_the_others_are_removed()
    {
        var other = Plain[0];

        var run = Run(Remove("nobody@acme.example", other.Email));

        Assert.Equal("nobody@acme.example", run.Errors.Single().Target);
        Assert.DoesNotContain(other, Acme.Members);
    }

    private static void Promote(SandboxMember member) => member.OrgRole = "owner";

    private static RemoveSentryMemberCommand Remove(params string[] members) =>
        new() { Organization = InAcme, Member = [.. members.Select(member => new MemberReference(member))] };
}
