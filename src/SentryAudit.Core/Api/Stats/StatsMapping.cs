using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;

namespace SentryAudit.Api.Stats;

internal static class StatsMapping
{
    public const string Quantity = "sum(quantity)";

    private const int MostRows = 10_000;

    /// <summary>
    /// Adds up the series of some groups by time. Without groups every interval is zero; an interval that a series is too short
    /// for is left out, being unknown.
    /// </summary>
    public static void AddSeries(this WireStats wire, Func<WireStats.WireGroup, bool> isWanted, Dictionary<DateTimeOffset, long> counts)
    {
        var series = (wire.Groups ?? []).Where(isWanted).Select(group => group.Series?.Quantity ?? []).ToArray();
        foreach (var (interval, index) in (wire.Intervals ?? []).Select((interval, index) => (interval, index)))
        {
            if (interval is { } time && SumOfAll(series.Select(one => one.ElementAtOrDefault(index))) is { } sum)
            {
                counts[time] = sum;
            }
        }
    }

    /// <summary>Fails for series that have as many rows of Sentry's store as Sentry gives at once: others may be missing.</summary>
    public static void RefuseIfCut(this WireStats wire, string what)
    {
        if ((wire.Groups ?? []).Sum(group => (group.Series?.Quantity ?? []).Count(count => count is not 0)) >= MostRows)
        {
            throw StatsFaults.Cut(what);
        }
    }

    /// <summary>
    /// For each category with a series, the intervals in which there was something; null when Sentry reports no intervals.
    /// </summary>
    public static Dictionary<string, SortedSet<DateTimeOffset>>? TimesWithData(this WireStats wire) =>
        wire.Intervals is not { } intervals
            ? null
            : (wire.Groups ?? [])
                .Where(group => group.By?.Category is not null && group.Series?.Quantity is not null)
                .GroupBy(group => group.By!.Category!, StringComparer.Ordinal)
                .ToDictionary(
                    groups => groups.Key,
                    groups => new SortedSet<DateTimeOffset>(
                        groups
                            .SelectMany(group => intervals.Zip(group.Series!.Quantity!))
                            .Where(point => point.Second > 0)
                            .Select(point => point.First)
                            .OfType<DateTimeOffset>()),
                    StringComparer.Ordinal);

    /// <summary>Adds up points of time and count to whole steps. A step that a point is missing of is left out.</summary>
    public static void AddPoints(
        this long?[]?[] points,
        DateWindow window,
        TimeSpan resolution,
        TimeSpan step,
        Dictionary<DateTimeOffset, long> counts)
    {
        var known = new Dictionary<long, long?>();
        foreach (var point in points)
        {
            if (point is [{ } second, { } count, ..])
            {
                known[second] = count;
            }
        }

        for (var start = window.Start; start < window.End; start += step)
        {
            var parts = new DateWindow(start, start + step)
                .Split(resolution)
                .Select(part => known.GetValueOrDefault(part.Start.ToUnixTimeSeconds()));
            if (SumOfAll(parts) is { } sum)
            {
                counts[start] = sum;
            }
        }
    }

    // Null when one of them is: LINQ's own sum would leave that one out.
    private static long? SumOfAll(IEnumerable<long?> counts) =>
        counts.Aggregate<long?, long?>(0, static (sum, count) => sum + count);
}
