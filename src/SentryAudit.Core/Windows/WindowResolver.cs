using System.Globalization;

namespace SentryAudit.Windows;

/// <summary>
/// Makes a window of the time parameters. Days are those of the time zone given, UTC without one; "now" is the
/// clock's. What can't be meant is an error that says why, never an empty report.
/// </summary>
internal sealed class WindowResolver(TimeProvider clock)
{
    /// <param name="whenNone">The window's length when no parameter was given, until now; null for no window at all.</param>
    /// <param name="retention">How long Sentry keeps what is asked for; null when it is kept for good.</param>
    /// <exception cref="SentryException">The parameters contradict each other or mean nothing that can be read.</exception>
    public DateWindow? Resolve(WindowParameters given, TimeSpan? whenNone, TimeSpan? retention = null)
    {
        var now = clock.GetUtcNow();
        var zone = Zone(given.TimeZone);
        string[] styles =
        [
            .. given.Date is null ? [] : new[] { "-Date" },
            .. given.DaysBack is null ? [] : new[] { "-DaysBack" },
            .. given is { StartDate: null, EndDate: null } ? [] : new[] { "-StartDate/-EndDate" },
            .. given is { DaysBackStart: null, DaysBackEnd: null } ? [] : new[] { "-DaysBackStart/-DaysBackEnd" },
            .. given.Last is null ? [] : new[] { "-Last" },
        ];
        if (styles.Length > 1)
        {
            throw Impossible($"{string.Join(" and ", styles)} are different ways to say when", "Use one of them.");
        }

        if (styles.Length == 0)
        {
            return whenNone is { } length ? new DateWindow(now - length, now) : null;
        }

        return Check(Window(given, zone, now), now, retention);
    }

    private static DateWindow Window(WindowParameters given, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).DateTime.Date;
        return given switch
        {
            { Date: { } day } => new DateWindow(Utc(day.Date, zone), Utc(day.Date.AddDays(1), zone)),
            { DaysBack: { } back } => new DateWindow(Utc(today.AddDays(-back), zone), Utc(today.AddDays(1 - back), zone)),
            { Last: { } last } => new DateWindow(now - last, now),
            { EndDate: not null, StartDate: null } => throw Impossible("-EndDate has no -StartDate", "Say where the window starts."),
            { StartDate: { } start } => new DateWindow(Utc(start, zone), given.EndDate is { } end ? Utc(end, zone) : now),
            { DaysBackStart: null } => throw Impossible("-DaysBackEnd has no -DaysBackStart", "Say how many days ago the window starts."),
            { DaysBackStart: { } from, DaysBackEnd: var until } when from < (until ?? 0) =>
                throw Impossible(string.Create(CultureInfo.InvariantCulture, $"{from} days ago is after {until} days ago"), "-DaysBackStart must be at least -DaysBackEnd."),
            _ => new DateWindow(Utc(today.AddDays(-given.DaysBackStart!.Value), zone), Utc(today.AddDays(1 - (given.DaysBackEnd ?? 0)), zone)),
        };
    }

    private static DateWindow Check(DateWindow window, DateTimeOffset now, TimeSpan? retention)
    {
        if (window.Start >= window.End)
        {
            throw Impossible($"the window from {window} is empty", "Its start must be before its end, which is not part of it.");
        }

        if (window.Start >= now)
        {
            throw Impossible($"the window from {window} has not begun", "Nothing has happened in the future yet.");
        }

        if (retention is { } kept && window.End <= now - kept)
        {
            throw Impossible($"the window from {window} lies before what Sentry keeps", string.Create(CultureInfo.InvariantCulture, $"It keeps this for {kept.TotalDays:0} days."));
        }

        return window with { End = window.End > now ? now : window.End };
    }

    private static TimeZoneInfo Zone(string? id)
    {
        try
        {
            return id is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new SentryException("UnknownTimeZone", SentryErrorCategory.InvalidArgument, $"There is no time zone '{id}' on this machine.",
                "[TimeZoneInfo]::GetSystemTimeZones() lists them; Europe/Berlin is one.", fault);
        }
    }

    // A time without a zone of its own is one of the zone asked for; one that daylight saving skips is the first after it.
    private static DateTimeOffset Utc(DateTime time, TimeZoneInfo zone)
    {
        if (time.Kind is not DateTimeKind.Unspecified)
        {
            return new DateTimeOffset(time.ToUniversalTime());
        }

        while (zone.IsInvalidTime(time))
        {
            time = time.AddMinutes(1);
        }

        return new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime();
    }

    private static SentryException Impossible(string why, string remedy) =>
        new("ImpossibleWindow", SentryErrorCategory.InvalidArgument, $"There is no such time: {why}.", remedy);
}
