namespace SentryAudit;

/// <summary>Which of Sentry's endpoints an alert rule came from.</summary>
public enum SentryAlertRuleSource
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A workflow, "Alert" in Sentry's web interface.</summary>
    Workflow,

    /// <summary>A detector, "Monitor" in Sentry's web interface.</summary>
    Detector,

    /// <summary>A project's issue rule, on a Sentry without workflows.</summary>
    LegacyRule,

    /// <summary>An organization's metric or uptime rule, on a Sentry without detectors.</summary>
    LegacyMetricRule,

    /// <summary>A cron monitor, on a Sentry without detectors.</summary>
    LegacyMonitor,
}
