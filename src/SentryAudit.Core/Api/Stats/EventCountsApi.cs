using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>Counts of events by time.</summary>
internal sealed class EventCountsApi(ApiConnection api, GeneratedEventsApi generated, StatsReach reach)
{
    /// <summary>
    /// The counts of some scopes, in their order: Sentry gives a series only of all it is asked for together, so there is a call
    /// for each. A scope that the token may not see, or that is gone, does not keep the others from being counted.
    /// </summary>
    public IAsyncEnumerable<ScopeCounts> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<EventScope> scopes,
        EventCountRequest request,
        CancellationToken cancellationToken) =>
        scopes.SelectInParallel(
            ApiConnection.Parallelism, (scope, ct) => CountAsync(organization, scope, request, ct), cancellationToken);

    /// <summary>The counts of one scope, by time and then by stat. A stat that is refused is left out, and the others are given.</summary>
    private async Task<ScopeCounts> CountAsync(
        OrganizationHome organization, EventScope scope, EventCountRequest request, CancellationToken cancellationToken)
    {
        var tallies = new SortedDictionary<SentryEventStat, EventTally>();
        IReadOnlyList<RefusedProject> refused = [];
        if (request.NeedsOutcomes)
        {
            foreach (var stat in EventOutcomes.Counted.Where(stat => request.Stats.HasFlag(stat)))
            {
                tallies[stat] = new EventTally(request.Plan);
            }

            refused = await TryTallyAsync(organization, scope, request, tallies, cancellationToken).ConfigureAwait(false);
            if (refused.Count > 0)
            {
                return new ScopeCounts(scope, [], refused);
            }
        }

        if (request.NeedsGenerated)
        {
            (var tally, refused) =
                await generated.TallyAsync(organization, scope.Projects, request.Plan, cancellationToken).ConfigureAwait(false);
            if (refused.Count == 0)
            {
                tallies[SentryEventStat.Generated] = tally;
            }
        }

        var readAt = api.Site.Clock.GetUtcNow();
        return new ScopeCounts(scope, [.. request.ToCounts(organization.Slug, scope, tallies, readAt)], refused);
    }

    /// <summary>Adds the outcomes of a scope. Where Sentry refuses them, finds the projects of the scope that it refuses.</summary>
    private async Task<IReadOnlyList<RefusedProject>> TryTallyAsync(
        OrganizationHome organization,
        EventScope scope,
        EventCountRequest request,
        SortedDictionary<SentryEventStat, EventTally> tallies,
        CancellationToken cancellationToken)
    {
        try
        {
            foreach (var ids in scope.ProjectIds)
            {
                await TallyOutcomesAsync(organization, ids, request, tallies, cancellationToken).ConfigureAwait(false);
            }

            return [];
        }
        catch (SentryApiException fault) when (StatsFaults.IsOutOfReach(fault) && scope.Kind is not SentryEventCountScope.Organization)
        {
            var refused = await reach.FindRefusedAsync(organization, scope.Projects, request.Plan.Asked, cancellationToken)
                .ConfigureAwait(false);
            if (refused is [])
            {
                throw;
            }

            return refused;
        }
    }

    private async Task TallyOutcomesAsync(
        OrganizationHome organization,
        string[] projectIds,
        EventCountRequest request,
        SortedDictionary<SentryEventStat, EventTally> tallies,
        CancellationToken cancellationToken)
    {
        var steps = tallies.Keys.ToDictionary(stat => stat, _ => new Dictionary<DateTimeOffset, long>());
        foreach (var part in request.Plan.Asked.Split(StatsQuery.LongestSeries))
        {
            var query = StatsQuery.Of(part, request.Plan.Step)
                .WithAll("project", projectIds).With("groupBy", "outcome").With("category", request.Category);
            var answer = (await api.GetAsync(StatsEndpoints.Stats.Of(organization), query, WireJson.Default.WireStats, cancellationToken)
                .ConfigureAwait(false)).Requiring(static stats => stats.MissingIn(by => by.Outcome, "outcome"));
            answer.Value.RefuseIfCut($"{organization}");
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
}
