namespace SentryAudit;

/// <summary>What a monitor watches.</summary>
[Flags]
public enum SentryMonitorKind
{
    /// <summary>A kind that this version of the module does not know; <see cref="SentryMonitor.Type"/> is Sentry's word for it.</summary>
    Unknown = 0,

    /// <summary>The errors of a project.</summary>
    Error = 1,

    /// <summary>A metric, compared with a threshold.</summary>
    Metric = 2,

    /// <summary>Whether an address answers.</summary>
    Uptime = 4,

    /// <summary>Whether a scheduled job checks in.</summary>
    Cron = 8,

    /// <summary>All of them, and those of unknown kinds.</summary>
    All = Error | Metric | Uptime | Cron,
}
