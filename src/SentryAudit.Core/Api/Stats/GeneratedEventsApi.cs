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
    /// <summary>
    /// The counts of some projects together; a team's or an organization's are the sum of its projects'. Without those of a refused
    /// project they are no such sum.
    /// </summary>
    public async Task<(EventTally Tally, IReadOnlyList<RefusedProject> Refused)> TallyAsync(
        OrganizationHome organization, IEnumerable<SentryProject> projects, BucketPlan plan, CancellationToken cancellationToken)
    {
        var tally = new EventTally(plan);
        var refused = new List<RefusedProject>();
        var counts = projects.SelectInParallel(
            ApiConnection.Parallelism, (project, ct) => TryReadAsync(organization, project, plan, ct), cancellationToken);
        await foreach (var (project, steps, fault) in counts.ConfigureAwait(false))
        {
            if (fault is not null)
            {
                refused.Add(new RefusedProject(project, fault));
            }

            tally.Add(steps);
        }

        return (tally, refused);
    }

    private async Task<(SentryProject Project, IReadOnlyDictionary<DateTimeOffset, long> Steps, SentryApiException? Fault)> TryReadAsync(
        OrganizationHome organization, SentryProject project, BucketPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return (project, await ReadAsync(organization, project.Slug, plan, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SentryApiException fault) when (StatsFaults.IsOutOfReach(fault))
        {
            return (project, new Dictionary<DateTimeOffset, long>(), fault);
        }
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
