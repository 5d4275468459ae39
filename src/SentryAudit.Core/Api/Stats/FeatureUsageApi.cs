using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>Which of Sentry's products projects use.</summary>
internal sealed class FeatureUsageApi(ApiConnection api, StatsReach reach)
{
    /// <summary>
    /// Which products projects use: a call for each project and for each day that is only partly in the window, several at once. A
    /// project that the token may not see, or that is gone, is refused and does not keep the others from being read.
    /// </summary>
    public async IAsyncEnumerable<(SentryProject Project, IReadOnlyList<SentryFeatureUsage> Features, SentryApiException? Refusal)>
        ListAsync(
            OrganizationHome organization,
            IEnumerable<SentryProject> projects,
            DateWindow window,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var data = new DaysWithData(api, organization, window);
        var counted = new CountedCategories(reach, organization, window);
        async Task<(SentryProject, IReadOnlyList<SentryFeatureUsage>, SentryApiException?)> TryAssessAsync(
            SentryProject project, CancellationToken ct)
        {
            try
            {
                return (project, await AssessAsync(project, data, counted, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException fault) when (StatsFaults.IsOutOfReach(fault))
            {
                await reach.ConfirmAsync(organization, window, ct).ConfigureAwait(false);
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

    private static async Task<IReadOnlyList<SentryFeatureUsage>> AssessAsync(
        SentryProject project, DaysWithData data, CountedCategories counted, CancellationToken cancellationToken)
    {
        var (seen, readAt) = await data.ReadAsync(project, cancellationToken).ConfigureAwait(false);
        var features = new List<SentryFeatureUsage>();
        foreach (var product in ProductFeature.All)
        {
            // That nothing was counted says something only where Sentry counts such data.
            var isCounted = product.IsCounted
                && seen is not null
                && await counted.IncludesAnyAsync(product.Categories, seen.Keys, cancellationToken).ConfigureAwait(false);
            features.Add(product.Assess(project, seen, isCounted, readAt));
        }

        return features;
    }
}
