namespace SentryAudit.Api.Alerts;

/// <summary>The status of a monitor in one word.</summary>
internal static class MonitorStatus
{
    /// <summary>A muted monitor raises no issues, though Sentry calls it active. A disabled one does not even check.</summary>
    public static string? Of(string? status, bool? isMuted) => isMuted is true && status is not (null or "disabled") ? "muted" : status;
}
