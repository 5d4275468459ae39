using SentryAudit.Audits.Status;
using static SentryAudit.Core.Tests.Support.People;
using static SentryAudit.SentryUserStatusKind;
using static SentryAudit.SentryUserStatusReason;

namespace SentryAudit.Core.Tests.Audits.Status;

public sealed class UserStatusAssessmentTests
{
    [Fact]
    public void A_listed_person_carries_what_the_read_says()
    {
        var member = new SentryMember
        {
            Id = "573",
            UserId = "280",
            Email = "ann@acme.io",
            Name = "Ann",
            Role = "owner",
            IsActive = true,
            Pending = false,
            Expired = false,
            IsSuspended = true,
            DateCreated = Earlier,
            LastActive = Now.AddHours(-1),
            OrganizationSlug = "acme",
            LastUpdated = Now,
        };

        var person = Assess().AssessListed(member);

        Assert.Equal(
            ("acme", "573", "280", "ann@acme.io", "Ann", "owner"),
            (person.OrganizationSlug, person.MemberId, person.UserId, person.Email, person.Name, person.Role));
        Assert.Equal((Active, AccountActive, null, true), (person.Status, person.Reason, person.PreviousStatus, person.EverActive));
        Assert.Equal((true, false, false, true), (person.IsActive, person.Pending, person.Expired, person.IsSuspended));
        Assert.Equal((Earlier, Now.AddHours(-1), Now, Now), (person.DateCreated, person.LastActive, person.LastSeen, person.LastUpdated));
    }

    [Fact]
    public void Suspension_by_Sentry_is_a_column_of_its_own_and_no_status() =>
        Assert.Equal(
            Active,
            Assess()
                .AssessListed(
                    new SentryMember
                    {
                        Id = "1",
                        UserId = "2",
                        IsActive = true,
                        IsSuspended = true,
                        OrganizationSlug = "acme",
                    }
                )
                .Status);

    [Fact]
    public void An_expired_invitation_stays_suspended_with_expired_beside_it()
    {
        var person = Assess().AssessListed(Member("574", email: "new@acme.io", pending: true, expired: true));

        Assert.Equal((Suspended, InvitationPending, true), (person.Status, person.Reason, person.Expired));
    }

    [Fact]
    public void Someone_who_was_active_and_is_gone_is_inactive()
    {
        var person = Assert.Single(Missing(Assess(Row("573", "280", "ann@acme.io"))));

        Assert.Equal((Inactive, GoneAfterActive, Active, true), (person.Status, person.Reason, person.PreviousStatus, person.EverActive));
        Assert.Equal(("573", "280", "ann@acme.io"), (person.MemberId, person.UserId, person.Email));
        Assert.Equal((Earlier, Now), (person.LastSeen, person.LastUpdated));
        Assert.Null(person.IsActive);
    }

    [Theory]
    [InlineData(Suspended)]
    [InlineData(Inactive)]
    public void Someone_never_active_and_gone_is_inactive_for_being_gone(SentryUserStatusKind before)
    {
        var person = Assert.Single(Missing(Assess(Row("573", status: before))));

        Assert.Equal((Inactive, Gone, before, false), (person.Status, person.Reason, person.PreviousStatus, person.EverActive));
    }

    [Theory]
    [InlineData(Active)]
    [InlineData(Suspended)]
    [InlineData(Inactive)]
    public void An_incomplete_read_changes_nobody(SentryUserStatusKind before)
    {
        var person = Assert.Single(Missing(Assess(Row("573", status: before, everActive: true)), isGone: false));

        Assert.Equal((before, NotAssessed, before, true), (person.Status, person.Reason, person.PreviousStatus, person.EverActive));
        Assert.Equal((Earlier, Earlier), (person.LastSeen, person.LastUpdated));
    }

    [Fact]
    public void People_who_are_listed_are_not_given_again_as_missing()
    {
        var assessment = Assess(Row("573"), Row("574"));
        assessment.AssessListed(Member("573", "280"));

        Assert.Equal("574", Assert.Single(Missing(assessment)).MemberId);
    }

    [Fact]
    public void Someone_who_returns_is_active_again()
    {
        var person = Assess(Row("573", "280", status: Inactive, everActive: true)).AssessListed(Member("573", "280"));

        Assert.Equal((Active, AccountActive, Inactive), (person.Status, person.Reason, person.PreviousStatus));
    }

    [Fact]
    public void Someone_invited_anew_is_the_same_person_under_a_new_membership()
    {
        var assessment = Assess(Row("573", "280", "Ann@Acme.io"));

        var person = assessment.AssessListed(Member("900", email: "ann@acme.io", pending: true));

        Assert.Equal((Suspended, Active, true), (person.Status, person.PreviousStatus, person.EverActive));
        Assert.Equal("900", person.MemberId);
        Assert.Empty(assessment.Unlisted);
    }

    [Fact]
    public void Once_active_stays_known_through_later_runs_that_say_otherwise()
    {
        var assessment = Assess(Row("573", status: Active, at: Earlier), Row("573", status: Suspended, at: Earlier.AddDays(7)));

        var person = Assert.Single(Missing(assessment));

        Assert.Equal((Inactive, GoneAfterActive, Suspended), (person.Status, person.Reason, person.PreviousStatus));
        Assert.Equal(Earlier.AddDays(7), person.LastSeen);
    }

    [Fact]
    public void A_listed_person_stays_known_as_once_active_while_not_active_now()
    {
        var person = Assess(Row("573", "280")).AssessListed(Member("573", "280", isActive: false));

        Assert.Equal((Inactive, AccountInactive, true), (person.Status, person.Reason, person.EverActive));
    }

    [Fact]
    public void An_account_that_changed_its_address_between_runs_is_one_person()
    {
        // Removed, invited anew under a private address, then accepted with the old account.
        var assessment = Assess(
            Row("573", "280", "ann@acme.io", Active, at: Earlier),
            Row("900", user: null, "ann@home.example", Suspended, at: Earlier.AddDays(1)));

        var person = assessment.AssessListed(Member("900", "280", "ann@acme.io", isActive: false));

        Assert.True(person.EverActive);
        Assert.Equal(Suspended, person.PreviousStatus);
        Assert.Empty(assessment.Unlisted);
    }

    [Theory]
    [InlineData(false, null, Inactive, Deactivated)]
    [InlineData(true, null, Active, AccountActive)]
    [InlineData(null, null, Inactive, AccountInactive)]
    [InlineData(true, true, Active, AccountActive)]
    public void Somebody_whom_no_list_has_is_what_the_membership_says(
        bool? isActive, bool? pending, SentryUserStatusKind status, SentryUserStatusReason reason)
    {
        var assessment = Assess(Row("573", "280"));

        var person = assessment.AssessFound(Member("573", "280", pending: pending, isActive: isActive));

        Assert.Equal((status, reason, true), (person.Status, person.Reason, person.EverActive));
        Assert.Empty(assessment.Unlisted);
    }

    private static IEnumerable<SentryUserStatus> Missing(UserStatusAssessment assessment, bool isGone = true) =>
        assessment.Unlisted.Select(person => assessment.AssessUnlisted(person, isGone, Now));

    private static UserStatusAssessment Assess(params EarlierRow[] rows) => new("acme", new PeopleHistory(rows));
}
