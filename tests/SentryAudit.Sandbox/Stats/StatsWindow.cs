using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Stats;

/// <summary>A window in seconds since 1970, cut into intervals. Both ends are multiples of the interval.</summary>
internal readonly record struct StatsWindow(long Start, long End, int Interval)
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int MostPoints = 1_000;

    public int Count => (int)((End - Start) / Interval);

    /// <summary>
    /// Sentry rounds the end up and the length up, and counts the start back from there: a window that begins in the middle of an
    /// interval and is a whole number of them long is moved, not widened.
    /// </summary>
    public static StatsWindow From(Exchange exchange)
    {
        var interval = IntervalOf(exchange.Query("interval"));
        var window = TimeWindow.FromOrKept(exchange);
        var start = Math.Min(Seconds(window.Start), Seconds(exchange.Now));
        var length = RoundUp(Math.Max(1, Seconds(window.End) - start), interval);
        var end = RoundUp(Seconds(window.End), interval);
        return length / interval <= MostPoints
            ? new StatsWindow(end - length, end, interval)
            : throw ApiError.BadRequest(
                "Your interval and date range would create too many results. Use a larger interval, or a smaller date range.");
    }

    /// <summary>What cannot be read as an interval is an hour.</summary>
    private static int IntervalOf(string? text)
    {
        var interval = TimeWindow.Length(text ?? "1h") is { } length ? (long)length.TotalSeconds : Hour;
        return interval switch
        {
            < Hour => throw ApiError.BadRequest("The interval has to be a multiple of the minimum interval of one hour."),
            _ when interval % Hour != 0 =>
                throw ApiError.BadRequest("The interval has to be a multiple of the minimum interval of one hour."),
            > Day => throw ApiError.BadRequest("The interval has to be less than one day."),
            _ when Day % interval != 0 => throw ApiError.BadRequest("The interval should divide one day without a remainder."),
            _ => (int)interval,
        };
    }

    private static long Seconds(DateTimeOffset moment) =>
        (long)Math.Ceiling((moment - DateTimeOffset.UnixEpoch).TotalSeconds);

    private static long RoundUp(long seconds, int interval) => (seconds + interval - 1) / interval * interval;
}
