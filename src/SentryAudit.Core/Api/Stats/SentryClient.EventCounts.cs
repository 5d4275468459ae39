using System.Globalization;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Sentry refuses more intervals in one answer than a thousand; these are 720 hours.</summary>
    private static readonly TimeSpan LongestSeries = TimeSpan.FromDays(30);

    /// <summary>
    /// The counts of some scopes, in their order: Sentry gives a series only of all it is asked for together, so there is a call
    /// for each. A scope that the token may not see, or that is gone, has an error and does not keep the others from being counted.
    /// </summary>
    public async IAsyncEnumerable<(EventScope Scope, IReadOnlyList<SentryEventCount> Counts, SentryException? Error)> CountEventsAsync(
        OrganizationHome organization,
        IReadOnlyList<EventScope> scopes,
        EventCountRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        async Task<(EventScope, IReadOnlyList<SentryEventCount>, SentryException?)> CountAsync(EventScope scope, CancellationToken ct)
        {
            try
            {
                return (scope, await CountEventsAsync(organization, scope, request, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException fault) when (fault.Status is 403 or 404)
            {
                return (scope, [], fault);
            }
        }

        await foreach (var counted in scopes.SelectInParallel(Parallelism, CountAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return counted;
        }
    }

    /// <summary>The counts of one scope, by time and then by stat.</summary>
    private async Task<IReadOnlyList<SentryEventCount>> CountEventsAsync(
        OrganizationHome organization,
        EventScope scope,
        EventCountRequest request,
        CancellationToken cancellationToken)
    {
        var tallies = new SortedDictionary<SentryEventStat, EventTally>();
        if (request.NeedsOutcomes)
        {
            foreach (var stat in EventOutcomes.Counted.Where(stat => request.Stats.HasFlag(stat)))
            {
                tallies[stat] = new EventTally(request.Plan);
            }

            foreach (var ids in scope.ProjectIds)
            {
                await TallyOutcomesAsync(organization, ids, request, tallies, cancellationToken).ConfigureAwait(false);
            }
        }

        if (request.NeedsGenerated)
        {
            tallies[SentryEventStat.Generated] = await TallyGeneratedAsync(organization, scope, request.Plan, cancellationToken)
                .ConfigureAwait(false);
        }

        var readAt = connection.Clock.GetUtcNow();
        return [.. Enumerable.Range(0, request.Plan.Buckets.Count).SelectMany(bucket =>
            tallies.Select(tally => request.ToCount(organization.Slug, scope, tally.Key, bucket, tally.Value[bucket], readAt)))];
    }

    private async Task TallyOutcomesAsync(
        OrganizationHome organization,
        string[] projectIds,
        EventCountRequest request,
        SortedDictionary<SentryEventStat, EventTally> tallies,
        CancellationToken cancellationToken)
    {
        var steps = tallies.Keys.ToDictionary(stat => stat, _ => new Dictionary<DateTimeOffset, long>());
        foreach (var part in request.Plan.Asked.Split(LongestSeries))
        {
            var query = StatsQuery(part, request.Plan.Step, projectIds).With("groupBy", "outcome").With("category", request.Category);
            var answer = await GetAsync(
                    organization,
                    StatsEndpoints.Stats,
                    StatsEndpoints.Stats.Path(organization.Slug),
                    query,
                    WireJson.Default.WireStats,
                    cancellationToken).ConfigureAwait(false);
            foreach (var (stat, counts) in steps)
            {
                answer.Value.AddSeries(group => EventOutcomes.IsIn(stat, group.By?.Outcome), counts);
            }
        }

        foreach (var (stat, counts) in steps)
        {
            tallies[stat].Add(counts);
        }
    }

    /// <summary>The one counter that only projects have; a team's or an organization's is the sum.</summary>
    private async Task<EventTally> TallyGeneratedAsync(
        OrganizationHome organization,
        EventScope scope,
        BucketPlan plan,
        CancellationToken cancellationToken)
    {
        var tally = new EventTally(plan);
        var slugs = scope.Projects.Select(project => project.Slug);
        await foreach (
            var steps in slugs
                .SelectInParallel(Parallelism, (slug, ct) => ReadGeneratedAsync(organization, slug, plan, ct), cancellationToken)
                .ConfigureAwait(false))
        {
            tally.Add(steps);
        }

        return tally;
    }

    private async Task<IReadOnlyDictionary<DateTimeOffset, long>> ReadGeneratedAsync(
        OrganizationHome organization,
        string project,
        BucketPlan plan,
        CancellationToken cancellationToken)
    {
        // This endpoint knows hours and days and nothing between them.
        var resolution = plan.Step == TimeSpan.FromDays(1) ? plan.Step : TimeSpan.FromHours(1);
        var steps = new Dictionary<DateTimeOffset, long>();
        foreach (var part in plan.Asked.Split(LongestSeries))
        {
            // Its end is among the points it gives, so the last second of the part is the end that gives none twice.
            var query = Query
                .Empty.With("stat", "generated")
                .With("resolution", resolution == plan.Step && resolution.TotalHours > 1 ? "1d" : "1h")
                .With("since", Epoch(part.Start))
                .With("until", Epoch(part.End.AddSeconds(-1)));
            var answer = await GetAsync(
                    organization,
                    StatsEndpoints.ProjectStats,
                    StatsEndpoints.ProjectStats.Path(organization.Slug, project),
                    query,
                    WireJson.Default.NullableInt64ArrayArray,
                    cancellationToken).ConfigureAwait(false);
            answer.Value.AddPoints(part, resolution, plan.Step, steps);
        }

        return steps;
    }

    private static Query StatsQuery(DateWindow window, TimeSpan interval, IEnumerable<string> projectIds) => Query.Empty
        .With("field", StatsMapping.Quantity)
        .With("start", Iso(window.Start))
        .With("end", Iso(window.End))
        .With("interval", string.Create(CultureInfo.InvariantCulture, $"{interval.TotalHours:0}h"))
        .WithAll("project", projectIds);

    private static string Epoch(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
