using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;

namespace SentryAudit.Api.Stats;

internal static class StatsMapping
{
    public const string Quantity = "sum(quantity)";

    /// <summary>
    /// Adds up the series of some groups by time. Without groups every interval is zero; an interval that a series is too short
    /// for is left out, being unknown.
    /// </summary>
    public static void AddSeries(this WireStats wire, Func<WireStats.WireGroup, bool> isWanted, Dictionary<DateTimeOffset, long> counts)
    {
        var series = (wire.Groups ?? []).Where(isWanted).Select(group => group.Series?.Quantity ?? []).ToArray();
        foreach (var (interval, index) in (wire.Intervals ?? []).Select((interval, index) => (interval, index)))
        {
            if (interval is { } time && series.Sum(one => index < one.Length ? one[index] ?? Missing : Missing) is >= 0 and var sum)
            {
                counts[time] = sum;
            }
        }
    }

    /// <summary>
    /// For each category with a series, the intervals in which there was something; null when Sentry reports no intervals.
    /// </summary>
    public static IReadOnlyDictionary<string, SortedSet<DateTimeOffset>>? DaysWithData(this WireStats wire) =>
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
        var known = new Dictionary<long, long>();
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
                .Select(part => known.GetValueOrDefault(part.Start.ToUnixTimeSeconds(), Missing));
            if (parts.Sum() is >= 0 and var sum)
            {
                counts[start] = sum;
            }
        }
    }

    // Far below any sum of counts, and far above where the sum of some of it would overflow.
    private const long Missing = -1_000_000_000_000_000;
}
