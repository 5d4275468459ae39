namespace SentryAudit;

/// <summary>Which events are counted.</summary>
[Flags]
public enum SentryEventStat
{
    /// <summary>Something this module does not know yet.</summary>
    Unknown = 0,

    /// <summary>Everything that reached Sentry, whatever became of it.</summary>
    Received = 1,

    /// <summary>What Sentry refused: over a rate limit or quota, invalid, or abuse.</summary>
    Rejected = 2,

    /// <summary>What an inbound filter dropped.</summary>
    Blacklisted = 4,

    /// <summary>The error events of issues, as a project's older counters have them.</summary>
    Generated = 8,

    /// <summary>All of them.</summary>
    All = Received | Rejected | Blacklisted | Generated,
}
