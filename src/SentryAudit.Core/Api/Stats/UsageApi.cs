using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Stats;

/// <summary>What projects sent.</summary>
internal sealed class UsageApi(ApiConnection api, StatsReach reach)
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    // Accepted, filtered, rate limited, invalid, abuse, cardinality limited, client discard.
    private const int Outcomes = 7;

    private volatile bool _lacksSummary;

    /// <summary>What projects sent, by project and category. A Sentry without the summary is asked for the totals it is made of.</summary>
    /// <param name="organization">Whose projects.</param>
    /// <param name="projects">Which projects.</param>
    /// <param name="category">Which category; null for all.</param>
    /// <param name="window">When.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The counts, and the projects that Sentry refused to count: they are in no row.</returns>
    public async Task<(IReadOnlyList<SentryUsage> Rows, IReadOnlyList<RefusedProject> Refused)> ReadAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject> projects,
        string? category,
        DateWindow window,
        CancellationToken cancellationToken)
    {
        var whole = window.ToBuckets(Step);
        var rows = new List<SentryUsage>();
        var refused = new List<RefusedProject>();
        foreach (var part in whole.Split(StatsQuery.LongestSeries))
        {
            var groups = new ProjectGroups<IReadOnlyList<SentryUsage>>(
                (some, ct) => ReadPartAsync(organization, some, category, part, ct),
                answer => answer.Count * Outcomes,
                ct => reach.ConfirmAsync(organization, part, ct));
            foreach (var group in await groups.ReadAsync(Without(projects, refused), cancellationToken).ConfigureAwait(false))
            {
                rows.AddRange(group.Answer ?? []);
                refused.AddRange(group.Refusal is { } fault ? [new RefusedProject(group.Projects[0], fault)] : []);
            }
        }

        var hidden = refused.Select(one => one.Project.Id).ToHashSet(StringComparer.Ordinal);
        return (Sums(rows.Where(row => !hidden.Contains(row.ProjectId)), whole), refused);
    }

    private static SentryUsage[] Sums(IEnumerable<SentryUsage> rows, DateWindow window) =>
        [.. rows.GroupBy(row => (row.ProjectId, row.Category))
            .Select(group => group.Sum(window))
            .OrderBy(row => row.ProjectSlug, StringComparer.Ordinal).ThenBy(row => row.Category, StringComparer.Ordinal)];

    private static SentryProject[] Without(IReadOnlyList<SentryProject> projects, List<RefusedProject> refused) =>
        [.. projects.ExceptBy(refused.Select(one => one.Project.Id), project => project.Id, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<SentryUsage>> ReadPartAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject> projects,
        string? category,
        DateWindow window,
        CancellationToken cancellationToken)
    {
        var query = StatsQuery.Of(window, Step)
            .WithAll("project", projects.Select(project => project.Id))
            .WithOptional("category", category);
        var summary = _lacksSummary
            ? null
            : await api.FindAsync(
                StatsEndpoints.StatsSummary.Of(organization), query, WireJson.Default.WireStatsSummary, cancellationToken)
                .ConfigureAwait(false);
        if (summary is { } found)
        {
            return found.Map((wire, readAt) => wire.ToModels(new UsageReading(organization.Slug, window, category, readAt)).ToArray());
        }

        _lacksSummary = true;

        // Sentry checks what the token reaches only where the project comes last.
        var totals = await api.GetAsync(
            StatsEndpoints.Stats.Of(organization),
            query.WithAll("groupBy", ["category", "outcome", "project"]),
            WireJson.Default.WireStats,
            cancellationToken).ConfigureAwait(false);
        var slugs = projects.ToDictionary(project => project.Id, project => project.Slug, StringComparer.Ordinal);
        return totals
            .Requiring(static stats => stats.MissingIn(by => by.Project, "project"))
            .Requiring(static stats => stats.MissingIn(by => by.Category, "category"))
            .Requiring(static stats => stats.MissingIn(by => by.Outcome, "outcome"))
            .Map((wire, readAt) => wire.ToModels(slugs, new UsageReading(organization.Slug, window, category, readAt)).ToArray());
    }
}
