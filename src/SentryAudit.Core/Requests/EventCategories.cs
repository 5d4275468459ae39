namespace SentryAudit.Requests;

/// <summary>The kinds of data Sentry counts. It adds to them, so others are accepted too.</summary>
internal static class EventCategories
{
    public const string Error = "error";

    public static readonly (string Name, string Description)[] Known =
    [
        (Error, "Error events, with default and security ones"),
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
