using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>Which of Sentry's products projects use.</summary>
internal sealed class FeatureUsageApi(ApiConnection api)
{
    /// <summary>
    /// Which products projects use: a call for each project, several at once. A project that the token may not see, or that is gone,
    /// has an error and does not keep the others from being read.
    /// </summary>
    public async IAsyncEnumerable<(SentryProject Project, IReadOnlyList<SentryFeatureUsage> Features, SentryException? Error)> ListAsync(
        OrganizationHome organization,
        IEnumerable<SentryProject> projects,
        DateWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var days = window.ToBuckets(TimeSpan.FromDays(1));
        async Task<(SentryProject, IReadOnlyList<SentryFeatureUsage>, SentryException?)> TryAssessAsync(
            SentryProject project, CancellationToken ct)
        {
            try
            {
                return (project, await AssessAsync(organization, project, days, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException fault) when (fault.Status is 403 or 404)
            {
                return (project, [], fault);
            }
        }

        var ordered = projects.OrderBy(project => project.Slug, StringComparer.Ordinal);
        var features = ordered.SelectInParallel(ApiConnection.Parallelism, TryAssessAsync, cancellationToken);
        await foreach (var assessed in features.ConfigureAwait(false))
        {
            yield return assessed;
        }
    }

    private async Task<IReadOnlyList<SentryFeatureUsage>> AssessAsync(
        OrganizationHome organization, SentryProject project, DateWindow days, CancellationToken cancellationToken)
    {
        var query = StatsQuery.Of(days, TimeSpan.FromDays(1))
            .With("project", project.Id)
            .With("groupBy", "category")
            .With("outcome", EventOutcomes.Accepted);
        var answer = (await api.GetAsync(StatsEndpoints.Stats.Of(organization), query, WireJson.Default.WireStats, cancellationToken)
            .ConfigureAwait(false)).Requiring(static stats => stats.MissingIn(by => by.Category, "category"));
        var seen = answer.Value.DaysWithData();
        return [.. ProductFeature.All.Select(feature => feature.Assess(project, seen, answer.ReadAt))];
    }
}
