namespace SentryAudit;

/// <summary>The rule that decided a person's status.</summary>
public enum SentryUserStatusReason
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Active: Sentry lists an active account.</summary>
    AccountActive,

    /// <summary>Suspended: the invitation is not accepted.</summary>
    InvitationPending,

    /// <summary>Inactive: the account is listed but not active.</summary>
    AccountInactive,

    /// <summary>Inactive: a membership without an account behind it.</summary>
    AccountMissing,

    /// <summary>Inactive: seen Active in an earlier read, not listed any more. Sentry's list drops deactivated and removed people.</summary>
    GoneAfterActive,

    /// <summary>Inactive: known from an earlier read, never seen Active, not listed any more.</summary>
    Gone,

    /// <summary>Unchanged: the latest read was incomplete, so that absence proves nothing.</summary>
    NotAssessed,
}
