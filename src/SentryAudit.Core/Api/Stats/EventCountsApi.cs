using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>Counts of events by time.</summary>
internal sealed class EventCountsApi(ApiConnection api, GeneratedEventsApi generated)
{
    /// <summary>
    /// The counts of some scopes, in their order: Sentry gives a series only of all it is asked for together, so there is a call
    /// for each. A scope that the token may not see, or that is gone, has an error and does not keep the others from being counted.
    /// </summary>
    public async IAsyncEnumerable<(EventScope Scope, IReadOnlyList<SentryEventCount> Counts, SentryException? Error)> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<EventScope> scopes,
        EventCountRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        async Task<(EventScope, IReadOnlyList<SentryEventCount>, SentryException?)> TryCountAsync(EventScope scope, CancellationToken ct)
        {
            try
            {
                return (scope, await CountAsync(organization, scope, request, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException fault) when (fault.Status is 403 or 404)
            {
                return (scope, [], fault);
            }
        }

        var counts = scopes.SelectInParallel(ApiConnection.Parallelism, TryCountAsync, cancellationToken);
        await foreach (var counted in counts.ConfigureAwait(false))
        {
            yield return counted;
        }
    }

    /// <summary>The counts of one scope, by time and then by stat.</summary>
    private async Task<IReadOnlyList<SentryEventCount>> CountAsync(
        OrganizationHome organization, EventScope scope, EventCountRequest request, CancellationToken cancellationToken)
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
            tallies[SentryEventStat.Generated] =
                await generated.TallyAsync(organization, scope.Projects, request.Plan, cancellationToken).ConfigureAwait(false);
        }

        var readAt = api.Site.Clock.GetUtcNow();
        return [.. request.ToCounts(organization.Slug, scope, tallies, readAt)];
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
