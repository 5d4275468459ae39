namespace SentryAudit;

/// <summary>Whether a person counts as a user of the organization.</summary>
public enum SentryUserStatusKind
{
    /// <summary>Not known: no read has told.</summary>
    Unknown,

    /// <summary>Sentry lists the person with an active account.</summary>
    Active,

    /// <summary>Invited, and the invitation is not accepted; an expired one too.</summary>
    Suspended,

    /// <summary>Every other case, people who left included.</summary>
    Inactive,
}
