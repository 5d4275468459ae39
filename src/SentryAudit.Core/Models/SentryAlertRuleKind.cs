namespace SentryAudit;

/// <summary>What an alert rule watches.</summary>
[Flags]
public enum SentryAlertRuleKind
{
    /// <summary>A kind that this version of the module does not know.</summary>
    Unknown = 0,

    /// <summary>Issues: a workflow, or a legacy issue rule.</summary>
    Issue = 1,

    /// <summary>A metric, compared with a threshold.</summary>
    Metric = 2,

    /// <summary>Whether an address answers.</summary>
    Uptime = 4,

    /// <summary>Whether a scheduled job checks in.</summary>
    Cron = 8,

    /// <summary>All of them.</summary>
    All = Issue | Metric | Uptime | Cron,
}
