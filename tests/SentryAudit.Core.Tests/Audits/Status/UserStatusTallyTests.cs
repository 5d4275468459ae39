using SentryAudit.Audits.Status;
using SentryAudit.Core.Tests.Support;
using static SentryAudit.SentryUserStatusKind;
using static SentryAudit.SentryUserStatusReason;

namespace SentryAudit.Core.Tests.Audits.Status;

public sealed class UserStatusTallyTests
{
    [Fact]
    public void Everybody_is_counted_once_in_every_column_they_belong_to()
    {
        var summary = Count(
            isComplete: true,
            (Active, AccountActive, false, false),
            (Active, AccountActive, false, false),
            (Suspended, InvitationPending, true, false),
            (Suspended, InvitationPending, true, true),
            (Inactive, AccountInactive, false, false),
            (Inactive, AccountMissing, false, false),
            (Inactive, Gone, null, null),
            (Inactive, GoneAfterActive, null, null));

        Assert.Equal("acme", summary.OrganizationSlug);
        Assert.Equal((6, 2, 1), (summary.Total, summary.Invited, summary.ExpiredInvites));
        Assert.Equal((2, 2, 4, 2), (summary.Active, summary.Suspended, summary.Inactive, summary.Gone));
        Assert.Equal((true, People.Now), (summary.IsComplete, summary.LastUpdated));
        Assert.False(summary.TotalMinusInvitedIsActive);
    }

    [Fact]
    public void Total_without_invited_is_active_where_nobody_is_inactive() =>
        Assert.True(
            Count(
                isComplete: true,
                (Active, AccountActive, false, false),
                (Suspended, InvitationPending, true, true),
                (Inactive, GoneAfterActive, null, null)
            ).TotalMinusInvitedIsActive);

    [Fact]
    public void The_check_holds_for_nobody_at_all() => Assert.True(Count(isComplete: true).TotalMinusInvitedIsActive);

    [Fact]
    public void An_incomplete_read_is_not_checked()
    {
        var summary = Count(isComplete: false, (Active, AccountActive, false, false), (Active, NotAssessed, null, null));

        Assert.Null(summary.TotalMinusInvitedIsActive);
        Assert.False(summary.IsComplete);
    }

    [Fact]
    public void People_who_were_not_assessed_are_not_counted()
    {
        var summary = Count(isComplete: true, (Active, NotAssessed, null, null), (Inactive, NotAssessed, null, null));

        Assert.Equal((0, 0, 0, 0), (summary.Total, summary.Active, summary.Inactive, summary.Gone));
    }

    [Fact]
    public void Of_nobody_read_every_number_is_unknown()
    {
        var summary = Count(isComplete: false, (Active, NotAssessed, null, null));

        Assert.Equal((null, null, null, null), (summary.Total, summary.Active, summary.Inactive, summary.Gone));
    }

    [Fact]
    public void A_filter_on_an_expired_flag_alone_counts_no_invitation() =>
        Assert.Equal(0, Count(isComplete: true, (Active, AccountActive, false, true)).ExpiredInvites);

    [Theory]
    [InlineData(true)]
    [InlineData(null)] // whoever may be invited
    public void Where_one_invitation_does_not_tell_whether_it_has_expired_their_number_is_unknown(bool? pending)
    {
        Assert.Null(Count(isComplete: true, (Suspended, InvitationPending, true, true), (Suspended, InvitationPending, pending, null))
            .ExpiredInvites);
        Assert.Equal(1, Count(isComplete: true, (Suspended, InvitationPending, true, true), (Active, AccountActive, false, null))
            .ExpiredInvites);
    }

    private static SentryUserStatusSummary Count(
        bool isComplete, params (SentryUserStatusKind Status, SentryUserStatusReason Reason, bool? Pending, bool? Expired)[] people)
    {
        var tally = new UserStatusTally("acme");
        foreach (var (status, reason, pending, expired) in people)
        {
            tally.Count(
                new SentryUserStatus
                {
                    OrganizationSlug = "acme",
                    Status = status,
                    Reason = reason,
                    Pending = pending,
                    Expired = expired,
                }
            );
        }

        return tally.ToSummary(isComplete, People.Now);
    }
}
