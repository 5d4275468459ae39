namespace SentryAudit.Api.Alerts;

/// <summary>Sentry's names for what a detector watches.</summary>
internal static class DetectorTypes
{
    public const string Error = "error";
    public const string Metric = "metric_issue";
    public const string Uptime = "uptime_domain_failure";
    public const string Cron = "monitor_check_in_failure";
}
