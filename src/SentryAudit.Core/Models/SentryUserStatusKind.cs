namespace SentryAudit;

/// <summary>Whether a person counts as a user of the organization.</summary>
public enum SentryUserStatusKind
{
    /// <summary>Not known, since no read has shown it.</summary>
    Unknown,

    /// <summary>Sentry lists the person with an active account.</summary>
    Active,

    /// <summary>Invited, and the invitation is not accepted, or has expired.</summary>
    Suspended,

    /// <summary>All other cases, including people who left.</summary>
    Inactive,
}
