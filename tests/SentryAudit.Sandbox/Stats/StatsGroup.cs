using SentryAudit.Api.Stats;

namespace SentryAudit.Sandbox.Stats;

/// <summary>Rows that are the same in what the request groups by, added up.</summary>
internal sealed class StatsGroup(StatsRow first, StatsRequest request)
{
    private readonly long[][] _series = [.. request.Fields.Select(_ => new long[request.Window.Count])];

    /// <summary>One of the rows: any of them has what the group has in common.</summary>
    public StatsRow First => first;

    public IReadOnlyList<long> Series(int field) => _series[field];

    public long Total(int field) => _series[field].Sum();

    public static IReadOnlyCollection<StatsGroup> All(StatsRequest request, EventCounts counts)
    {
        var groups = new Dictionary<(long, string, string, string), StatsGroup>();
        foreach (var row in StatsRow.All(request, counts))
        {
            var key = KeyOf(row, request.GroupBy);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new StatsGroup(row, request);
            }

            group.Add(row, request);
        }

        return groups.Values;
    }

    private static (long Project, string Category, string Outcome, string Reason) KeyOf(StatsRow row, IReadOnlyList<string> groupBy)
    {
        bool By(string what) => groupBy.Contains(what, StringComparer.Ordinal);
        return (
            By("project") ? row.Project.Id : 0,
            By("category") ? row.Category : "",
            By("outcome") ? row.Outcome.Name : "",
            By("reason") ? row.Reason : "");
    }

    private void Add(StatsRow row, StatsRequest request)
    {
        for (var field = 0; field < _series.Length; field++)
        {
            for (var interval = 0; interval < _series[field].Length; interval++)
            {
                _series[field][interval] += row.At(request.Fields[field], interval);
            }
        }
    }
}
