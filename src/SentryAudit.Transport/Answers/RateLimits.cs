using System.Net.Http.Headers;

namespace SentryAudit.Transport.Answers;

/// <summary>Sentry's rate-limit headers. A self-hosted Sentry sends none.</summary>
/// <param name="Limit">Requests allowed in a window.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="Window">Identifies the window: the server's own reset time, in epoch seconds.</param>
/// <param name="ResetsAt">When the window has surely ended, by this machine's clock.</param>
/// <param name="ConcurrentLimit">Requests allowed at the same time.</param>
internal sealed record RateLimits(int? Limit, int? Remaining, long? Window, DateTimeOffset? ResetsAt, int? ConcurrentLimit)
{
    private const string Prefix = "X-Sentry-Rate-Limit-";
    private const long LatestEpochSecond = 253_402_300_799;

    // The server's clock and ours are never quite the same. Whoever waits for the reset, a queue or a retry, waits for this same moment.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(25);

    public static RateLimits? Of(HttpHeaders headers, ServerClock clock)
    {
        var window = headers.Number(Prefix + "Reset") is { } reset and >= 0 and <= LatestEpochSecond ? reset : (long?)null;
        var limits = new RateLimits(
            Count(headers, Prefix + "Limit"),
            Count(headers, Prefix + "Remaining"),
            window,
            window is { } seconds ? clock.ToLocal(DateTimeOffset.FromUnixTimeSeconds(seconds) + Margin) : null,
            Count(headers, Prefix + "ConcurrentLimit"));
        return limits is { Limit: null, Window: null, ConcurrentLimit: null } ? null : limits;
    }

    private static int? Count(HttpHeaders headers, string name) =>
        headers.Number(name) is { } count and >= 0 and <= int.MaxValue ? (int)count : null;
}
