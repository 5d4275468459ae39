namespace SentryAudit.Sandbox.Stats;

/// <summary>Counts of one project, category, outcome and reason, one for each interval of the window.</summary>
internal sealed record StatsRow(SandboxProject Project, string Category, Outcome Outcome, string Reason, long[] TimesSeen)
{
    /// <summary>The field's count of one interval.</summary>
    public long At(string field, int interval) =>
        field is "sum(times_seen)" ? TimesSeen[interval] : TimesSeen[interval] * Categories.Size(Category);

    /// <summary>Only combinations that were seen at all: like Sentry's store, which has no rows of nothing.</summary>
    public static IEnumerable<StatsRow> All(StatsRequest request, EventCounts counts) =>
        from project in request.Projects
        from category in request.Categories
        where Categories.Usual(project, category) > 0
        from outcome in request.Outcomes
        from reason in outcome.Reasons.Index()
        where request.Reasons.Count == 0 || request.Reasons.Contains(reason.Item, StringComparer.Ordinal)
        let row = new StatsRow(
            project,
            category,
            outcome,
            reason.Item,
            Series(request.Window, hour => counts.TimesSeen(project, category, outcome, reason.Index, hour)))
        where Array.Exists(row.TimesSeen, count => count > 0)
        select row;

    private static long[] Series(StatsWindow window, Func<long, long> countOf)
    {
        var series = new long[window.Count];
        for (var hour = window.Start / EventCounts.SecondsPerHour; hour < window.End / EventCounts.SecondsPerHour; hour++)
        {
            series[((hour * EventCounts.SecondsPerHour) - window.Start) / window.Interval] += countOf(hour);
        }

        return series;
    }
}
