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

    /// <summary>The groups as the store gives them, cut, and then those of one name together.</summary>
    public static IReadOnlyCollection<StatsGroup> All(StatsRequest request, EventCounts counts)
    {
        var stored = new Dictionary<(long, string, string, string), StatsGroup>();
        foreach (var row in StatsRow.All(request, counts))
        {
            GroupOf(row, row.Category, stored, request).Add(row, request);
        }

        var groups = new Dictionary<(long, string, string, string), StatsGroup>();
        foreach (var group in StoredRows.Cut(stored.Values, request))
        {
            GroupOf(group.First, Categories.NameOf(group.First.Category), groups, request).Add(group);
        }

        return groups.Values;
    }

    /// <summary>Forgets the count of an interval.</summary>
    public void Lose(int interval) => Array.ForEach(_series, series => series[interval] = 0);

    private static StatsGroup GroupOf(
        StatsRow row, string category, Dictionary<(long, string, string, string), StatsGroup> groups, StatsRequest request)
    {
        var key = KeyOf(row, category, request.GroupBy);
        return groups.TryGetValue(key, out var group) ? group : groups[key] = new StatsGroup(row, request);
    }

    private static (long Project, string Category, string Outcome, string Reason) KeyOf(
        StatsRow row, string category, IReadOnlyList<string> groupBy)
    {
        bool By(string what) => groupBy.Contains(what, StringComparer.Ordinal);
        return (
            By("project") ? row.Project.Id : 0,
            By("category") ? category : "",
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

    private void Add(StatsGroup other)
    {
        for (var field = 0; field < _series.Length; field++)
        {
            for (var interval = 0; interval < _series[field].Length; interval++)
            {
                _series[field][interval] += other._series[field][interval];
            }
        }
    }
}
