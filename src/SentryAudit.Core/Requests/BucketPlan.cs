using SentryAudit.Common.Time;

namespace SentryAudit.Requests;

/// <summary>
/// The spans of time into which a window is divided for counting, and what to ask Sentry for. Sentry's own intervals are those of UTC;
/// for days of another time zone, Sentry is asked for hours, which are then added up.
/// </summary>
internal sealed class BucketPlan
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="window">The window to count in.</param>
    /// <param name="interval">The length of a span.</param>
    /// <param name="zone">The time zone of the spans.</param>
    /// <param name="now">Sentry is not asked for any time after this.</param>
    /// <exception cref="SentryException">Sentry can't count in such intervals.</exception>
    public BucketPlan(DateWindow window, TimeSpan interval, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (interval < Hour || interval > Day || Day.Ticks % interval.Ticks != 0 || interval.Ticks % Hour.Ticks != 0)
        {
            throw new SentryException(
                "ImpossibleInterval",
                SentryErrorCategory.InvalidArgument,
                $"Sentry can't count in intervals of {interval:c}.",
                "Use whole hours of which a day is a multiple: 1h, 2h, 3h, 4h, 6h, 8h, 12h or 1d.");
        }

        var isUtc = zone.HasSameRules(TimeZoneInfo.Utc);
        Step = isUtc ? interval : Hour;
        Buckets = [.. Cut(window, interval, isUtc ? TimeZoneInfo.Utc : zone)];
        var last = Buckets[^1].End < now ? Buckets[^1].End : now;
        Asked = new DateWindow(Buckets[0].Start, last).ToBuckets(Step);
        Zone = zone;
    }

    /// <summary>The interval to ask Sentry for.</summary>
    public TimeSpan Step { get; }

    /// <summary>The time to ask Sentry for, in whole steps.</summary>
    public DateWindow Asked { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The spans, in order and without gaps.</summary>
    public IReadOnlyList<DateWindow> Buckets { get; }

    /// <summary>Whether spans begin in the middle of a step. Then the whole step counts for the span in which it begins.</summary>
    public bool IsRough => Buckets.Any(bucket => bucket.Start.UtcTicks % Step.Ticks != 0);

    /// <summary>The number of the span that contains a time; negative if none does.</summary>
    public int IndexOf(DateTimeOffset time)
    {
        var (low, high) = (0, Buckets.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Buckets[middle].Contains(time))
            {
                return middle;
            }

            (low, high) = time < Buckets[middle].Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    // Each day of the time zone is divided on its own: on a day of 23 or 25 hours its last span is shorter, or there is one more.
    private static IEnumerable<DateWindow> Cut(DateWindow window, TimeSpan interval, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(window.Start, zone).Date;
        for (var start = Zones.ToUtc(day, zone); start < window.End; day = day.AddDays(1))
        {
            var next = Zones.ToUtc(day.AddDays(1), zone);
            foreach (var piece in new DateWindow(start, next).Split(interval == Day ? next - start : interval))
            {
                if (piece.End > window.Start && piece.Start < window.End)
                {
                    yield return piece;
                }
            }

            start = next;
        }
    }
}
