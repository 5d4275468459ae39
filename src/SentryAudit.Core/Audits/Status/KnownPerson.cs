namespace SentryAudit.Audits.Status;

/// <summary>What all earlier rows of one person say together.</summary>
internal sealed class KnownPerson
{
    /// <summary>The newest row.</summary>
    public required EarlierRow Latest { get; set; }

    /// <summary>Once known Active, a person stays known.</summary>
    public bool EverActive { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    /// <summary>True when the read under way lists the person.</summary>
    public bool IsListed { get; set; }
}
