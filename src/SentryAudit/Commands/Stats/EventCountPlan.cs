using SentryAudit.Common.Time;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Stats;

/// <summary>What to ask Sentry for when events are counted, by the parameters of Get-SentryEventCount.</summary>
internal static class EventCountPlan
{
    private static readonly TimeSpan LongestWindowInHours = TimeSpan.FromDays(2);

    /// <summary>The time spans to count, whose length is an hour or a day if none is given.</summary>
    public static BucketPlan BucketsOf(DateWindow window, TimeSpan? interval, TimeZoneInfo zone, DateTimeOffset now) =>
        new(window, interval ?? TimeSpan.FromHours(window.Length <= LongestWindowInHours ? 1 : 24), zone, now);

    /// <summary>The warning when time spans do not begin at a whole hour of UTC.</summary>
    public static string RoughnessOf(TimeZoneInfo zone) =>
        $"Sentry counts in whole hours of UTC, but time spans in {zone.Id} begin within such an hour. "
        + "The hour is counted for the span in which it begins.";

    /// <exception cref="SentryException">Sentry does not count this.</exception>
    public static EventCountRequest RequestOf(SentryEventStat stats, string category, BucketPlan plan)
    {
        var request = new EventCountRequest(stats, category, plan);
        if (!request.NeedsGenerated || category == EventCategories.Error)
        {
            return request;
        }

        return stats is SentryEventStat.All
            ? request with { Stats = SentryEventStat.All & ~SentryEventStat.Generated }
            : throw new SentryException(
                "StatNotAvailable",
                SentryErrorCategory.InvalidArgument,
                $"Sentry does not count generated events for the category {category}.",
                "Leave out -Category, or use -Stat All.");
    }
}
