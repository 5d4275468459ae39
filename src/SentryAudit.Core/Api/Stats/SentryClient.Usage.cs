using System.Runtime.CompilerServices;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    private static readonly TimeSpan UsageStep = TimeSpan.FromHours(1);

    /// <summary>What projects sent, by project and category. A Sentry without the summary is asked for the totals it is made of.</summary>
    /// <param name="projects">Null for all.</param>
    public async IAsyncEnumerable<SentryUsage> ListUsageAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        string? category,
        DateWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = window.ToBuckets(UsageStep);
        var rows = new List<SentryUsage>();
        foreach (var part in whole.Split(LongestSeries))
        {
            var query = ProjectSelection.Limit(StatsQuery(part, UsageStep, []), projects).WithOptional("category", category);
            rows.AddRange(await ReadUsageAsync(organization, query, part, cancellationToken).ConfigureAwait(false));
        }

        var sums = rows.GroupBy(row => (row.ProjectId, row.Category))
            .Select(group => group.Sum(whole))
            .OrderBy(row => row.ProjectSlug, StringComparer.Ordinal).ThenBy(row => row.Category, StringComparer.Ordinal);
        foreach (var row in sums)
        {
            yield return row;
        }
    }

    /// <summary>
    /// Which products projects use: a call for each project, several at once. A project that the token may not see, or that is gone,
    /// has an error and does not keep the others from being read.
    /// </summary>
    public async IAsyncEnumerable<(
        SentryProject Project,
        IReadOnlyList<SentryFeatureUsage> Features,
        SentryException? Error
    )> ListFeatureUsageAsync(
        OrganizationHome organization,
        IEnumerable<SentryProject> projects,
        DateWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var days = window.ToBuckets(TimeSpan.FromDays(1));
        async Task<(SentryProject, IReadOnlyList<SentryFeatureUsage>, SentryException?)> AssessAsync(
            SentryProject project,
            CancellationToken ct)
        {
            try
            {
                var query = StatsQuery(days, TimeSpan.FromDays(1), [project.Id])
                    .With("groupBy", "category")
                    .With("outcome", EventOutcomes.Accepted);
                var answer = await GetAsync(
                        organization,
                        StatsEndpoints.Stats,
                        StatsEndpoints.Stats.Path(organization.Slug),
                        query,
                        WireJson.Default.WireStats,
                        ct).ConfigureAwait(false);
                var seen = answer.Value.DaysWithData();
                return (project, [.. ProductFeature.All.Select(feature => feature.Assess(project, seen, answer.ReceivedAt))], null);
            }
            catch (SentryApiException fault) when (fault.Status is 403 or 404)
            {
                return (project, [], fault);
            }
        }

        var ordered = projects.OrderBy(project => project.Slug, StringComparer.Ordinal);
        await foreach (var assessed in ordered.SelectInParallel(Parallelism, AssessAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return assessed;
        }
    }

    private async Task<IEnumerable<SentryUsage>> ReadUsageAsync(
        OrganizationHome organization,
        Query query,
        DateWindow window,
        CancellationToken cancellationToken)
    {
        try
        {
            var summary = await GetAsync(
                    organization,
                    StatsEndpoints.StatsSummary,
                    StatsEndpoints.StatsSummary.Path(organization.Slug),
                    query,
                    WireJson.Default.WireStatsSummary,
                    cancellationToken).ConfigureAwait(false);
            return summary.Value.ToModels(organization.Slug, window, summary.ReceivedAt);
        }
        catch (SentryApiException fault) when (fault.Status is 404)
        {
            var totals = await GetAsync(
                    organization,
                    StatsEndpoints.Stats,
                    StatsEndpoints.Stats.Path(organization.Slug),
                    query.WithAll("groupBy", ["project", "category", "outcome"]),
                    WireJson.Default.WireStats,
                    cancellationToken).ConfigureAwait(false);
            return totals.Value.ToModels(
                await Areas.Projects.ReadSlugsAsync(organization, cancellationToken).ConfigureAwait(false),
                organization.Slug,
                window,
                totals.ReceivedAt);
        }
    }
}
