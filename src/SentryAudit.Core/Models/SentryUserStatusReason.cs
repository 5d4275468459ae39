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

    /// <summary>Inactive: a membership without an account.</summary>
    AccountMissing,

    /// <summary>
    /// Inactive: Active in an earlier read, and no longer a member. Sentry does not list the person and has no such membership.
    /// </summary>
    GoneAfterActive,

    /// <summary>Inactive: listed in an earlier read, never Active, and no longer a member.</summary>
    Gone,

    /// <summary>Unchanged: the latest read was incomplete, so the person may still be a member.</summary>
    NotAssessed,

    /// <summary>Inactive: no longer listed, because the account is deactivated. The membership and its teams are still there.</summary>
    Deactivated,
}
