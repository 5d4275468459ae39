using System.Globalization;
using System.Text.RegularExpressions;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Searching;

/// <summary>The time a request asks about: <c>statsPeriod</c> up to now, or <c>start</c> and <c>end</c>.</summary>
internal readonly partial record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End)
{
    private const int DaysKept = 90;

    /// <summary>Whether anything that was seen from the first to the second moment was seen inside the window.</summary>
    public bool Overlaps(DateTimeOffset first, DateTimeOffset last) => last >= Start && first < End;

    public bool Contains(DateTimeOffset moment) => moment >= Start && moment < End;

    /// <summary>Null when the request names no window.</summary>
    public static TimeWindow? From(Exchange exchange)
    {
        if (exchange.Query("statsPeriod") is { Length: > 0 } period)
        {
            var length = Length(period) ?? throw ApiError.BadRequest($"Invalid statsPeriod: '{period}'");
            return length.TotalDays > 3650
                ? throw ApiError.BadRequest("Date range is too large")
                : new TimeWindow(exchange.Now - length, exchange.Now);
        }

        var (start, end) = (exchange.Query("start"), exchange.Query("end"));
        if (string.IsNullOrEmpty(start) && string.IsNullOrEmpty(end))
        {
            return null;
        }

        if (string.IsNullOrEmpty(start) || string.IsNullOrEmpty(end))
        {
            throw ApiError.BadRequest("start and end are both required");
        }

        var window = new TimeWindow(Moment(start), Moment(end));
        return window.Start > window.End ? throw ApiError.BadRequest("start must be before end") : window;
    }

    /// <summary>Without a window: as long as Sentry keeps data.</summary>
    public static TimeWindow FromOrKept(Exchange exchange) =>
        From(exchange) ?? new TimeWindow(exchange.Now.AddDays(-DaysKept), exchange.Now);

    /// <summary><c>30m</c>, <c>24h</c>, <c>14d</c>, <c>2w</c>; a bare number means seconds. Null for anything else.</summary>
    public static TimeSpan? Length(string text)
    {
        var match = Period().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return match.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            "d" => TimeSpan.FromDays(Math.Min(count, 100_000)),
            "w" => TimeSpan.FromDays(Math.Min(count, 10_000) * 7),
            _ => TimeSpan.FromSeconds(count),
        };
    }

    /// <summary>ISO 8601, UTC unless it says otherwise, or seconds since 1970.</summary>
    private static DateTimeOffset Moment(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e11)
        {
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment)
            ? moment
            : throw ApiError.BadRequest($"{text} is not a valid ISO8601 date query");
    }

    [GeneratedRegex("^(?<count>[0-9]+)(?<unit>[smhdw]?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();
}
