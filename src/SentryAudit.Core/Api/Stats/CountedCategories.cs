using System.Collections.Concurrent;
using SentryAudit.Common.Time;
using SentryAudit.Models;

namespace SentryAudit.Api.Stats;

/// <summary>Which kinds of data this Sentry counts: an older one refuses the newer kinds. Each is asked for once, when needed.</summary>
internal sealed class CountedCategories(StatsReach reach, OrganizationHome organization, DateWindow window)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _asked = new(StringComparer.Ordinal);

    /// <param name="categories">The kinds of data of a product.</param>
    /// <param name="seen">Kinds that Sentry gave counts of.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<bool> IncludesAnyAsync(
        IReadOnlyList<string> categories, IEnumerable<string> seen, CancellationToken cancellationToken)
    {
        if (categories.Intersect(seen, StringComparer.Ordinal).Any())
        {
            return true;
        }

        foreach (var category in categories)
        {
            var answer = _asked.GetOrAdd(
                category,
                name => new Lazy<Task<bool>>(() => reach.CountsAsync(organization, window, name, cancellationToken)));
            if (await answer.Value.ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }
}
