using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Requests;

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
        var series = wire.Groups!.Where(isWanted).Select(group => group.Series?.Quantity ?? []).ToArray();
        foreach (var (interval, index) in (wire.Intervals ?? []).Select((interval, index) => (interval, index)))
        {
            if (interval is { } time && CountSum.Of(series.Select(one => index < one.Length ? one[index] : null)) is { } sum)
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

    /// <summary>For each category, the intervals in which there was something; null when a count or an interval is unknown.</summary>
    public static Dictionary<string, SortedSet<DateTimeOffset>>? TimesWithData(this WireStats wire)
    {
        if (wire is not { Intervals: { } intervals, Groups: { } groups }
            || Array.Exists(intervals, interval => interval is null)
            || Array.Exists(groups, group => group.Series?.Quantity is not { } counts || Array.Exists(counts, count => count is null)))
        {
            return null;
        }

        return groups
            .GroupBy(group => group.By!.Category!, StringComparer.Ordinal)
            .ToDictionary(
                rows => rows.Key,
                rows => new SortedSet<DateTimeOffset>(
                    rows
                        .SelectMany(group => intervals.Zip(group.Series!.Quantity!))
                        .Where(point => point.Second > 0)
                        .Select(point => point.First!.Value)),
                StringComparer.Ordinal);
    }

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
                .Select(part => known.TryGetValue(part.Start.ToUnixTimeSeconds(), out var count) ? count : (long?)null);
            if (CountSum.Of(parts) is { } sum)
            {
                counts[start] = sum;
            }
        }
    }
}
