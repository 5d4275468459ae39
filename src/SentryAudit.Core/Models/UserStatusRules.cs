namespace SentryAudit.Models;

/// <summary>
/// The rules for the status of people in the latest read. A missing account counts as not active. An active account is Active even while
/// an invitation is pending, since the first rule does not look at invitations.
/// </summary>
internal static class UserStatusRules
{
    public static (SentryUserStatusKind Status, SentryUserStatusReason Reason) Listed(bool hasAccount, bool? isActive, bool? pending) =>
        (hasAccount, isActive, pending) switch
        {
            (true, true, _) => (SentryUserStatusKind.Active, SentryUserStatusReason.AccountActive),
            (_, _, true) => (SentryUserStatusKind.Suspended, SentryUserStatusReason.InvitationPending),
            (true, _, _) => (SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountInactive),
            (false, _, _) => (SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountMissing),
        };

    public static SentryUserStatusReason Missing(bool everActive) =>
        everActive ? SentryUserStatusReason.GoneAfterActive : SentryUserStatusReason.Gone;
}
