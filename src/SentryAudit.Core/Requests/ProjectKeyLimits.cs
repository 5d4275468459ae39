namespace SentryAudit.Requests;

/// <summary>Finds rate limits of client keys that Sentry does not accept.</summary>
internal static class ProjectKeyLimits
{
    public static SentryException? AgainstWindow(TimeSpan? window) =>
        window is { } time && (time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromDays(1) || time.Ticks % TimeSpan.TicksPerSecond != 0)
            ? Refusal("The window of a rate limit must be at least one second and at most one day, in whole seconds.")
            : null;

    public static SentryException? AgainstBoth(bool isLimited, bool isUnlimited) => isLimited && isUnlimited
        ? new SentryException(
            "ContradictingSentryChange",
            SentryErrorCategory.InvalidArgument,
            "-NoRateLimit contradicts -RateLimitCount and -RateLimitWindow.",
            "Leave out one or the other.")
        : null;

    public static SentryException? AgainstHalf(int? count, TimeSpan? window) => count is null != window is null
        ? Refusal("A rate limit needs both a number of events and a window of time.")
        : null;

    private static SentryException Refusal(string message) =>
        new(
            "InvalidSentryRateLimit",
            SentryErrorCategory.InvalidArgument,
            message,
            "Give -RateLimitCount and -RateLimitWindow, for example 1000 and 01:00:00.");
}
