namespace SentryAudit.Audits.Status;

/// <summary>What all earlier rows of one person say together.</summary>
internal sealed class PersonHistory
{
    /// <summary>The newest row.</summary>
    public required EarlierRow Latest { get; set; }

    /// <summary>Whether any row says that the person was Active.</summary>
    public bool EverActive { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    /// <summary>Whether Sentry lists the person in the present read.</summary>
    public bool IsListed { get; set; }
}
