namespace SentryAudit.Requests;

/// <summary>The kinds of data that Sentry counts.</summary>
internal static class EventCategories
{
    public const string Error = "error";

    /// <summary>The kinds that Sentry documents. It adds new ones, so other names are accepted too.</summary>
    public static readonly (string Name, string Description)[] Documented =
    [
        (Error, "Error events, including default and security events"),
        ("transaction", "Transactions (tracing)"),
        ("span", "Spans (tracing)"),
        ("attachment", "Attachments, in bytes"),
        ("replay", "Session replays"),
        ("profile", "Profiles of transactions"),
        ("profile_duration", "Continuous profiling of servers, in milliseconds"),
        ("profile_duration_ui", "Continuous profiling of user interfaces, in milliseconds"),
        ("profile_chunk", "Chunks of continuous profiles of servers"),
        ("profile_chunk_ui", "Chunks of continuous profiles of user interfaces"),
        ("monitor", "Check-ins of cron monitors"),
        ("uptime", "Uptime checks"),
        ("log_item", "Logs"),
        ("log_byte", "Logs, in bytes"),
        ("feedback", "User feedback"),
        ("session", "Sessions (release health)"),
    ];
}
