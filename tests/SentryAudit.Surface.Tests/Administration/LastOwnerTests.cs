using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>The last owner of an organization stays, in the plan as in the change.</summary>
public sealed class LastOwnerTests : AdministrationTest
{
    private SandboxMember Owner => Acme.Members[0];

    private SandboxMember[] Plain =>
        [
            .. Acme.Members.Where(member =>
                member is { OrgRole: "member", Pending: false, User.IsActive: true, IdpProvisioned: false, PartnershipRestricted: false }
            ),
        ];

    [Fact]
    public void The_last_owner_stays()
    {
        var last = Plain[0];
        Promote(last);
        Owner.OrgRole = "manager";

        var error = Run(Remove(last.Email)).SingleError();

        Assert.Equal("SentryLastOwner", error.ErrorId);
        Assert.Contains("Set-SentryMember -Role owner", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(last, Acme.Members);
        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_of_the_last_two_owners_stays(bool isPlan)
    {
        var owners = Plain[..2];
        Array.ForEach(owners, Promote);
        Owner.OrgRole = "manager";
        Server.Faults.On("DELETE organizations/{org}/members/{member}/", Fault.Empty(204));
        Server.Faults.On("GET organizations/{org}/members/{member}/", Fault.Empty(404));

        var run = Run(Remove(owners[0].Email, owners[1].Email), new RecordingPipeline { Consent = !isPlan, IsPlan = isPlan });

        Assert.Equal("SentryLastOwner", run.SingleError().ErrorId);
        Assert.Single(run.Asked);
        Assert.Equal(isPlan ? 0 : 1, Server.Requests.Writes().Length);
    }

    // A user who answered No has removed nobody.
    [Fact]
    public void A_removal_that_was_not_confirmed_does_not_count()
    {
        var owners = Plain[..2];
        Array.ForEach(owners, Promote);
        Owner.OrgRole = "manager";

        var run = Run(Remove(owners[0].Email, owners[1].Email), new RecordingPipeline { Consent = false });

        run.ShouldSucceed();
        Assert.Equal(2, run.Asked.Count);
    }

    [Fact]
    public void An_owner_without_an_account_is_not_the_last_one()
    {
        var former = Plain[0];
        Promote(former);
        former.User!.IsActive = false;

        Run(Remove(former.Email)).ShouldSucceed();

        Assert.DoesNotContain(former, Acme.Members);
    }

    [Theory]
    [InlineData("oneself", "SentryMemberIsOneself")]
    [InlineData("provider", "SentryManagedByProvider")]
    [InlineData("partner", "SentryManagedByPartner")]
    public void A_member_who_must_stay_does_not_keep_the_others_from_being_removed(string kind, string errorId)
    {
        var other = Plain[0];
        var kept = kind switch
        {
            "oneself" => Owner,
            "provider" => Acme.Members.First(member => member.IdpProvisioned),
            _ => Acme.Members.First(member => member.PartnershipRestricted),
        };

        var run = Run(Remove(kept.Email, other.Email));

        Assert.Equal(errorId, run.SingleError().ErrorId);
        Assert.NotEmpty(run.SingleError().RecommendedAction);
        Assert.Equal(kept.Id, Assert.IsType<SentryMember>(run.Errors[0].Target).Id);
        Assert.Contains(kept, Acme.Members);
        Assert.DoesNotContain(other, Acme.Members);
    }

    private static void Promote(SandboxMember member) => member.OrgRole = "owner";

    private static RemoveSentryMemberCommand Remove(params string[] members) =>
        new() { Organization = InAcme, Member = [.. members.Select(member => new MemberReference(member))] };
}
