namespace SentryAudit;

/// <summary>What a monitor watches.</summary>
[Flags]
public enum SentryMonitorKind
{
    /// <summary>Something this module does not know yet; <see cref="SentryMonitor.Type"/> tells what Sentry calls it.</summary>
    Unknown = 0,

    /// <summary>The errors of a project.</summary>
    Error = 1,

    /// <summary>A metric against a threshold.</summary>
    Metric = 2,

    /// <summary>Whether an address answers.</summary>
    Uptime = 4,

    /// <summary>Whether a scheduled job checks in.</summary>
    Cron = 8,

    /// <summary>All of them, and those of kinds not known yet.</summary>
    All = Error | Metric | Uptime | Cron,
}
