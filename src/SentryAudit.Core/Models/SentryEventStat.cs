namespace SentryAudit;

/// <summary>Which events are counted.</summary>
[Flags]
public enum SentryEventStat
{
    /// <summary>A counter that this version of the module does not know.</summary>
    Unknown = 0,

    /// <summary>All events that reached Sentry, whatever happened to them then.</summary>
    Received = 1,

    /// <summary>Events that Sentry refused: over a rate limit or quota, invalid, or abuse.</summary>
    Rejected = 2,

    /// <summary>Events that an inbound filter dropped.</summary>
    Blacklisted = 4,

    /// <summary>The error events of issues, by the older counters of projects.</summary>
    Generated = 8,

    /// <summary>All of them.</summary>
    All = Received | Rejected | Blacklisted | Generated,
}
