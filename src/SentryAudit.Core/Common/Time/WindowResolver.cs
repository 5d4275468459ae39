using System.Globalization;

namespace SentryAudit.Common.Time;

/// <summary>
/// Makes a window of the time parameters. Days are those of the time zone given, UTC without one; "now" is the
/// clock's. What can't be meant is an error that says why, never an empty report.
/// </summary>
/// <param name="warn">Told when the window begins before what Sentry keeps and is cut there.</param>
internal sealed class WindowResolver(TimeProvider clock, Action<string>? warn = null)
{
    /// <param name="whenNone">The window's length when no parameter was given, until now; null for no window at all.</param>
    /// <param name="retention">How long Sentry keeps what is asked for; null when it is kept for good.</param>
    /// <exception cref="SentryException">The parameters contradict each other or mean nothing that can be read.</exception>
    public DateWindow? Resolve(WindowParameters given, TimeSpan? whenNone, TimeSpan? retention = null)
    {
        var now = clock.GetUtcNow();
        var zone = Zones.Find(given.TimeZone);
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

        try
        {
            return Check(Window(given, zone, now), now, retention);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException)
        {
            throw Impossible("it reaches beyond the calendar", "Use years between 1 and 9999.");
        }
    }

    private static DateWindow Window(WindowParameters given, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).DateTime.Date;
        return given switch
        {
            // A day is the one that is written, whatever zone (Get-Date) put on it.
            { Date: { } day } => Days(DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified), 1, zone),
            { DaysBack: { } back } => Days(today.AddDays(-back), 1, zone),
            { Last: { } last } => new DateWindow(now - last, now),
            { EndDate: not null, StartDate: null } => throw Impossible("-EndDate has no -StartDate", "Say where the window starts."),
            { StartDate: { } start } => new DateWindow(Zones.ToUtc(start, zone), given.EndDate is { } end ? Zones.ToUtc(end, zone) : now),
            { DaysBackStart: null } => throw Impossible("-DaysBackEnd has no -DaysBackStart", "Say how many days ago the window starts."),
            { DaysBackStart: { } from, DaysBackEnd: var until } when from < (until ?? 0) => throw Impossible(
                string.Create(CultureInfo.InvariantCulture, $"{from} days ago is after {until} days ago"),
                "-DaysBackStart must be at least -DaysBackEnd."),
            _ => Days(today.AddDays(-given.DaysBackStart!.Value), 1 + given.DaysBackStart!.Value - (given.DaysBackEnd ?? 0), zone),
        };
    }

    private static DateWindow Days(DateTime first, int count, TimeZoneInfo zone) =>
        new(Zones.ToUtc(first, zone), Zones.ToUtc(first.AddDays(count), zone));

    private DateWindow Check(DateWindow window, DateTimeOffset now, TimeSpan? retention)
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
            throw Impossible(
                $"the window from {window} lies before what Sentry keeps",
                string.Create(CultureInfo.InvariantCulture, $"It keeps this for {kept.TotalDays:0} days."));
        }

        // Counting what is no longer kept would give zeros that nobody measured.
        if (retention is { } limit && window.Start < now - limit)
        {
            warn?.Invoke(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The window from {window} begins before what Sentry keeps ({limit.TotalDays:0} days); it is cut there."));
            window = window with { Start = now - limit };
        }

        return window with { End = window.End > now ? now : window.End };
    }

    private static SentryException Impossible(string why, string remedy) =>
        new("ImpossibleWindow", SentryErrorCategory.InvalidArgument, $"There is no such time: {why}.", remedy);
}
