using SentryAudit.Common.Time;

namespace SentryAudit.Requests;

/// <summary>
/// The spans a window is counted in, and what Sentry must be asked for them. Sentry's own intervals are those of UTC; where the
/// days of another zone are wanted, hours are asked for and summed up.
/// </summary>
internal sealed class BucketPlan
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="now">Nothing after it is asked for.</param>
    /// <exception cref="SentryException">Sentry does not count in such intervals.</exception>
    public BucketPlan(DateWindow window, TimeSpan interval, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (interval < Hour || interval > Day || Day.Ticks % interval.Ticks != 0 || interval.Ticks % Hour.Ticks != 0)
        {
            throw new SentryException(
                "ImpossibleInterval",
                SentryErrorCategory.InvalidArgument,
                $"Sentry does not count in intervals of {interval:c}.",
                "Use whole hours that divide a day: 1h, 2h, 3h, 4h, 6h, 8h, 12h or 1d.");
        }

        var isUtc = interval == Hour || zone.HasSameRules(TimeZoneInfo.Utc);
        Step = isUtc ? interval : Hour;
        Buckets = [.. Cut(window, interval, isUtc ? TimeZoneInfo.Utc : zone)];
        var last = Buckets[^1].End < now ? Buckets[^1].End : now;
        Asked = new DateWindow(Buckets[0].Start, last).ToBuckets(Step);
        Zone = zone;
    }

    /// <summary>The interval to ask for.</summary>
    public TimeSpan Step { get; }

    /// <summary>The time to ask for: whole steps.</summary>
    public DateWindow Asked { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The spans, in order and without gaps.</summary>
    public IReadOnlyList<DateWindow> Buckets { get; }

    /// <summary>Whether spans begin in the middle of a step, so that a step counts for the span it begins in.</summary>
    public bool IsRough => Buckets.Any(bucket => bucket.Start.UtcTicks % Step.Ticks != 0);

    /// <summary>Number of the span that a time lies in; negative for none.</summary>
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

    // Each day of the zone is cut anew: on a day of 23 or 25 hours its last piece is shorter, or there is one more.
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
