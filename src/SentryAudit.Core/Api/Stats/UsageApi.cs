using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Stats;

/// <summary>What projects sent.</summary>
internal sealed class UsageApi(ApiConnection api, ProjectsApi projects)
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    /// <summary>What projects sent, by project and category. A Sentry without the summary is asked for the totals it is made of.</summary>
    /// <param name="organization">Whose projects.</param>
    /// <param name="selection">Which projects; null for all.</param>
    /// <param name="category">Which category; null for all.</param>
    /// <param name="window">When.</param>
    public async IAsyncEnumerable<SentryUsage> ListAsync(
        OrganizationHome organization,
        ProjectSelection? selection,
        string? category,
        DateWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = window.ToBuckets(Step);
        var rows = new List<SentryUsage>();
        foreach (var part in whole.Split(StatsQuery.LongestSeries))
        {
            var query = ProjectSelection.Limit(StatsQuery.Of(part, Step), selection).WithOptional("category", category);
            rows.AddRange(await ReadAsync(organization, query, part, cancellationToken).ConfigureAwait(false));
        }

        var sums = rows.GroupBy(row => (row.ProjectId, row.Category))
            .Select(group => group.Sum(whole))
            .OrderBy(row => row.ProjectSlug, StringComparer.Ordinal).ThenBy(row => row.Category, StringComparer.Ordinal);
        foreach (var row in sums)
        {
            yield return row;
        }
    }

    private async Task<IEnumerable<SentryUsage>> ReadAsync(
        OrganizationHome organization, Query query, DateWindow window, CancellationToken cancellationToken)
    {
        var summary = await api.FindAsync(
            StatsEndpoints.StatsSummary.Of(organization),
            query,
            WireJson.Default.WireStatsSummary,
            cancellationToken).ConfigureAwait(false);
        return summary is { } found
            ? found.Map((wire, readAt) => wire.ToModels(new UsageReading(organization.Slug, window, readAt)).ToArray())
            : await ReadTotalsAsync(organization, query, window, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IEnumerable<SentryUsage>> ReadTotalsAsync(
        OrganizationHome organization, Query query, DateWindow window, CancellationToken cancellationToken)
    {
        var totals = await api.GetAsync(
            StatsEndpoints.Stats.Of(organization),
            query.WithAll("groupBy", ["project", "category", "outcome"]),
            WireJson.Default.WireStats,
            cancellationToken).ConfigureAwait(false);
        var slugs = await projects.ReadSlugsAsync(organization, cancellationToken).ConfigureAwait(false);
        return totals
            .Requiring(static stats => stats.MissingIn(by => by.Project, "project"))
            .Requiring(static stats => stats.MissingIn(by => by.Category, "category"))
            .Requiring(static stats => stats.MissingIn(by => by.Outcome, "outcome"))
            .Map((wire, readAt) => wire.ToModels(slugs, new UsageReading(organization.Slug, window, readAt)).ToArray());
    }
}
