using System.Globalization;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>Events that projects generated: the one counter that only projects have.</summary>
internal sealed class GeneratedEventsApi(ApiConnection api)
{
    /// <summary>The counts of some projects together; a team's or an organization's are the sum of its projects'.</summary>
    public async Task<EventTally> TallyAsync(
        OrganizationHome organization, IEnumerable<SentryProject> projects, BucketPlan plan, CancellationToken cancellationToken)
    {
        var tally = new EventTally(plan);
        var counts = projects.SelectInParallel(
            ApiConnection.Parallelism, (project, ct) => ReadAsync(organization, project.Slug, plan, ct), cancellationToken);
        await foreach (var steps in counts.ConfigureAwait(false))
        {
            tally.Add(steps);
        }

        return tally;
    }

    private async Task<IReadOnlyDictionary<DateTimeOffset, long>> ReadAsync(
        OrganizationHome organization, string project, BucketPlan plan, CancellationToken cancellationToken)
    {
        // This endpoint knows hours and days and nothing between them.
        var resolution = plan.Step == TimeSpan.FromDays(1) ? plan.Step : TimeSpan.FromHours(1);
        var steps = new Dictionary<DateTimeOffset, long>();
        foreach (var part in plan.Asked.Split(StatsQuery.LongestSeries))
        {
            // Its end is among the points it gives, so the last second of the part is the end that gives none twice.
            var query = Query
                .Empty.With("stat", "generated")
                .With("resolution", resolution == plan.Step && resolution.TotalHours > 1 ? "1d" : "1h")
                .With("since", Epoch(part.Start))
                .With("until", Epoch(part.End.AddSeconds(-1)));
            var answer = await api.GetAsync(
                StatsEndpoints.ProjectStats.Of(organization, project),
                query,
                WireJson.Default.NullableInt64ArrayArray,
                cancellationToken).ConfigureAwait(false);
            answer.Value.AddPoints(part, resolution, plan.Step, steps);
        }

        return steps;
    }

    private static string Epoch(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
