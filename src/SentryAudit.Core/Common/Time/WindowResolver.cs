using System.Globalization;

namespace SentryAudit.Common.Time;

/// <summary>
/// Makes a window of the time parameters. Days are those of the given time zone, or of UTC without one. Parameters that make no sense
/// are an error that says why, never an empty report.
/// </summary>
/// <param name="warn">Receives a warning if the window begins before the time for which Sentry keeps data, and is shortened.</param>
internal sealed class WindowResolver(TimeProvider clock, Action<string>? warn = null)
{
    /// <param name="given">The parameters.</param>
    /// <param name="whenNone">The length of the window, which ends now, if no parameter was given; null for no window at all.</param>
    /// <param name="retention">How long Sentry keeps the data; null if it keeps it without limit.</param>
    /// <exception cref="SentryException">The parameters contradict each other, or name no time that Sentry has data for.</exception>
    public DateWindow? Resolve(WindowParameters given, TimeSpan? whenNone, TimeSpan? retention = null)
    {
        var now = clock.GetUtcNow();
        var zone = Zones.Find(given.TimeZone);
        var used = UsedParameters(given).ToArray();
        if (used.Length > 1)
        {
            throw Impossible($"{string.Join(" and ", used)} are different ways to name the time", "Use one of them.");
        }

        if (used.Length == 0)
        {
            return whenNone is { } length ? new DateWindow(now - length, now) : null;
        }

        try
        {
            return Check(Window(given, zone, now), now, retention);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException)
        {
            throw Impossible("the window is outside the calendar", "Use years between 1 and 9999.");
        }
    }

    private static IEnumerable<string> UsedParameters(WindowParameters given)
    {
        (bool IsGiven, string Name)[] parameters =
        [
            (given.Date is not null, "-Date"),
            (given.DaysBack is not null, "-DaysBack"),
            (given is not { StartDate: null, EndDate: null }, "-StartDate/-EndDate"),
            (given is not { DaysBackStart: null, DaysBackEnd: null }, "-DaysBackStart/-DaysBackEnd"),
            (given.Last is not null, "-Last"),
        ];
        return parameters.Where(parameter => parameter.IsGiven).Select(parameter => parameter.Name);
    }

    private static DateWindow Window(WindowParameters given, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).DateTime.Date;
        return given switch
        {
            // The day that is written, whatever time zone Get-Date has added to it.
            { Date: { } day } => Days(DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified), 1, zone),
            { DaysBack: { } back } => Days(today.AddDays(-back), 1, zone),
            { Last: { } last } => new DateWindow(now - last, now),
            { EndDate: not null, StartDate: null } => throw Impossible(
                "-EndDate is given without -StartDate",
                "Give -StartDate, where the window starts."),
            { StartDate: { } start } => new DateWindow(Zones.ToUtc(start, zone), given.EndDate is { } end ? Zones.ToUtc(end, zone) : now),
            { DaysBackStart: null } => throw Impossible(
                "-DaysBackEnd is given without -DaysBackStart",
                "Give -DaysBackStart, how many days ago the window starts."),
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
            throw Impossible($"the window from {window} has not begun", "Use a window that begins before now.");
        }

        var start = retention is { } kept ? Shorten(window, now - kept, kept) : window.Start;
        return new DateWindow(start, window.End > now ? now : window.End);
    }

    // To count data that is no longer kept would give zeros that nobody measured.
    private DateTimeOffset Shorten(DateWindow window, DateTimeOffset oldest, TimeSpan kept)
    {
        var days = kept.TotalDays.ToString("0", CultureInfo.InvariantCulture);
        if (window.End <= oldest)
        {
            throw Impossible($"the window from {window} is older than the data that Sentry keeps", $"Sentry keeps this for {days} days.");
        }

        if (window.Start >= oldest)
        {
            return window.Start;
        }

        warn?.Invoke($"The window from {window} begins before the data that Sentry keeps ({days} days), so it is shortened to that time.");
        return oldest;
    }

    private static SentryException Impossible(string why, string remedy) =>
        new("ImpossibleWindow", SentryErrorCategory.InvalidArgument, $"The time is not valid: {why}.", remedy);
}
