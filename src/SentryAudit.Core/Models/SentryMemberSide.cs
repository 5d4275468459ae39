namespace SentryAudit;

/// <summary>Where a person was found.</summary>
public enum SentryMemberSide
{
    /// <summary>Not told: the person is in the reference, and whether in Sentry too can't be said, since its members could not be read whole.</summary>
    Unknown,

    /// <summary>In Sentry and in the reference.</summary>
    Both,

    /// <summary>In Sentry only.</summary>
    InSentryOnly,

    /// <summary>In the reference only.</summary>
    InReferenceOnly,
}
