namespace SentryAudit.Requests;

/// <summary>What Sentry takes as a client key's rate limit.</summary>
internal static class ProjectKeyLimits
{
    public static SentryException? AgainstWindow(TimeSpan? window) =>
        window is { } time && (time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromDays(1) || time.Ticks % TimeSpan.TicksPerSecond != 0)
            ? Refusal("A rate limit counts over a second at least and a day at most, in whole seconds.")
            : null;

    public static SentryException? AgainstBoth(bool isLimited, bool isUnlimited) => isLimited && isUnlimited
        ? new SentryException(
            "ContradictingSentryChange",
            SentryErrorCategory.InvalidArgument,
            "-NoRateLimit contradicts -RateLimitCount and -RateLimitWindow.",
            "Leave out one or the other.")
        : null;

    public static SentryException? AgainstHalf(int? count, TimeSpan? window) => count is null != window is null
        ? Refusal("A rate limit takes a number of events and the time they may come in.")
        : null;

    private static SentryException Refusal(string message) =>
        new(
            "InvalidSentryRateLimit",
            SentryErrorCategory.InvalidArgument,
            message,
            "Give -RateLimitCount and -RateLimitWindow, as 1000 and 01:00:00.");
}
