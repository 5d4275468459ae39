using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox.Stats;

/// <summary>
/// What the store gives of grouped counts: ten thousand rows, without a word about the others and in no order. A series has a row for
/// each interval, totals one for each group.
/// </summary>
internal static class StoredRows
{
    private const int Most = 10_000;

    public static IReadOnlyCollection<StatsGroup> Cut(IReadOnlyCollection<StatsGroup> groups, StatsRequest request)
    {
        if (request.GroupBy.Contains("project", StringComparer.Ordinal))
        {
            return groups.Count <= Most
                ? groups
                : [.. groups.Index().OrderBy(row => Shuffled(row.Index, 0)).Take(Most).Select(row => row.Item)];
        }

        var rows = groups.Index()
            .SelectMany(group => Enumerable.Range(0, request.Window.Count)
                .Where(interval => group.Item.Series(0)[interval] > 0)
                .Select(interval => (group.Index, group.Item, Interval: interval)))
            .ToList();
        if (rows.Count > Most)
        {
            foreach (var (_, group, interval) in rows.OrderBy(row => Shuffled(row.Index, row.Interval)).Skip(Most))
            {
                group.Lose(interval);
            }
        }

        return groups;
    }

    private static ulong Shuffled(int group, int interval) => Noise.At(seed: 1, group, interval);
}
