namespace SentryAudit;

/// <summary>Where a person was found.</summary>
public enum SentryMemberSide
{
    /// <summary>
    /// The person is in the reference. Whether they are in Sentry too is not known, since not all members could be read.
    /// </summary>
    Unknown,

    /// <summary>In Sentry and in the reference.</summary>
    Both,

    /// <summary>In Sentry only.</summary>
    InSentryOnly,

    /// <summary>In the reference only.</summary>
    InReferenceOnly,
}
