namespace SentryAudit.Models;

/// <summary>
/// The rules for the status of people in the latest read. A missing account counts as not active. An active account is Active even while
/// an invitation is pending, since the first rule does not look at invitations.
/// </summary>
internal static class UserStatusRules
{
    public static (SentryUserStatusKind Status, SentryUserStatusReason Reason) Assess(bool hasAccount, bool? isActive, bool? pending) =>
        (hasAccount, isActive, pending) switch
        {
            (true, true, _) => (SentryUserStatusKind.Active, SentryUserStatusReason.AccountActive),
            (_, _, true) => (SentryUserStatusKind.Suspended, SentryUserStatusReason.InvitationPending),
            (true, _, _) => (SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountInactive),
            (false, _, _) => (SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountMissing),
        };

    /// <summary>
    /// The same for people whom Sentry does not list, but has when it is asked for them: its list leaves out deactivated accounts.
    /// </summary>
    public static (SentryUserStatusKind Status, SentryUserStatusReason Reason) AssessUnlisted(
        bool hasAccount, bool? isActive, bool? pending) => (hasAccount, isActive, pending) switch
        {
            (true, false, not true) => (SentryUserStatusKind.Inactive, SentryUserStatusReason.Deactivated),
            _ => Assess(hasAccount, isActive, pending),
        };

    /// <summary>Whether a status is one of those wanted; null if it is unknown.</summary>
    /// <param name="status">The status.</param>
    /// <param name="wanted">Null for any.</param>
    public static bool? IsAmong(SentryUserStatusKind status, SentryUserStatusKind[]? wanted) =>
        wanted is null ? true : status is SentryUserStatusKind.Unknown ? null : wanted.Contains(status);

    /// <summary>Why people who are no longer members are Inactive.</summary>
    public static SentryUserStatusReason ReasonForUnlisted(bool everActive) =>
        everActive ? SentryUserStatusReason.GoneAfterActive : SentryUserStatusReason.Gone;
}
