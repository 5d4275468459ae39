using SentryAudit.Models;
using static SentryAudit.SentryUserStatusKind;
using static SentryAudit.SentryUserStatusReason;

namespace SentryAudit.Core.Tests.Audits.Status;

/// <summary>The truth table of who is an active user, row by row.</summary>
public sealed class UserStatusRulesTests
{
    [Theory]
    [InlineData(true, true, true, Active, AccountActive)] // the first rule has no pending test
    [InlineData(true, true, false, Active, AccountActive)]
    [InlineData(true, true, null, Active, AccountActive)]
    [InlineData(true, false, true, Suspended, InvitationPending)]
    [InlineData(true, null, true, Suspended, InvitationPending)]
    [InlineData(false, null, true, Suspended, InvitationPending)]
    [InlineData(true, false, false, Inactive, AccountInactive)]
    [InlineData(true, false, null, Inactive, AccountInactive)]
    [InlineData(true, null, false, Inactive, AccountInactive)]
    [InlineData(true, null, null, Inactive, AccountInactive)]
    [InlineData(false, null, false, Inactive, AccountMissing)]
    [InlineData(false, null, null, Inactive, AccountMissing)]
    public void People_in_the_latest_read_have_the_status_they_are_listed_with(
        bool hasAccount,
        bool? isActive,
        bool? pending,
        SentryUserStatusKind status,
        SentryUserStatusReason reason
    ) => Assert.Equal((status, reason), UserStatusRules.Assess(hasAccount, isActive, pending));

    [Theory]
    [InlineData(true, GoneAfterActive)]
    [InlineData(false, Gone)]
    public void People_not_in_the_latest_read_have_the_status_of_their_history(bool everActive, SentryUserStatusReason reason) =>
        Assert.Equal(reason, UserStatusRules.ReasonForUnlisted(everActive));
}
