using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

internal static class UsageMapping
{
    /// <summary>The usage of projects as the summary gives it.</summary>
    public static IEnumerable<SentryUsage> ToModels(this WireStatsSummary wire, UsageReading reading) =>
        from project in wire.Projects!
        from row in project.Stats!
        select ToModel(row.Outcomes, project.Id, project.Slug, row.Category, reading);

    /// <summary>
    /// The usage of projects out of totals by project, category and outcome. Groups are given only for what there was: an outcome
    /// without one is zero.
    /// </summary>
    public static IEnumerable<SentryUsage> ToModels(
        this WireStats wire, IReadOnlyDictionary<string, string> slugs, UsageReading reading)
    {
        foreach (var rows in wire.Groups!.GroupBy(group => (Project: group.By!.Project!, group.By.Category)))
        {
            long? Total(string outcome) =>
                CountSum.Of(rows.Where(row => row.By?.Outcome == outcome).Select(row => row.Totals?.Quantity));
            var outcomes = new WireStatsSummary.WireOutcomes
            {
                Accepted = Total("accepted"),
                Filtered = Total("filtered"),
                RateLimited = Total("rate_limited"),
                Invalid = Total("invalid"),
                Abuse = Total("abuse"),
                CardinalityLimited = Total("cardinality_limited"),
                ClientDiscard = Total("client_discard"),
            };
            yield return ToModel(
                outcomes,
                rows.Key.Project,
                slugs.GetValueOrDefault(rows.Key.Project, rows.Key.Project),
                rows.Key.Category,
                reading);
        }
    }

    /// <summary>Adds up the rows of several windows.</summary>
    public static SentryUsage Sum(this IGrouping<(string Project, string Category), SentryUsage> rows, DateWindow window)
    {
        var newest = rows.Last();
        long? Total(Func<SentryUsage, long?> count) => CountSum.Of(rows.Select(count));
        return new SentryUsage
        {
            ProjectSlug = newest.ProjectSlug,
            ProjectId = newest.ProjectId,
            Category = newest.Category,
            Accepted = Total(row => row.Accepted),
            Filtered = Total(row => row.Filtered),
            RateLimited = Total(row => row.RateLimited),
            Invalid = Total(row => row.Invalid),
            Abuse = Total(row => row.Abuse),
            CardinalityLimited = Total(row => row.CardinalityLimited),
            ClientDiscard = Total(row => row.ClientDiscard),
            WindowStart = window.Start,
            WindowEnd = window.End,
            OrganizationSlug = newest.OrganizationSlug,
            LastUpdated = newest.LastUpdated,
        };
    }

    private static SentryUsage ToModel(
        WireStatsSummary.WireOutcomes? outcomes, string? id, string? slug, string? category, UsageReading reading) =>
        new()
        {
            ProjectSlug = slug ?? "",
            ProjectId = id ?? "",
            
            // Sentry answers kinds of errors under one name.
            Category = reading.Category ?? category ?? "",
            Accepted = outcomes?.Accepted,
            Filtered = outcomes?.Filtered,
            RateLimited = outcomes?.RateLimited,
            Invalid = outcomes?.Invalid,
            Abuse = outcomes?.Abuse,
            CardinalityLimited = outcomes?.CardinalityLimited,
            ClientDiscard = outcomes?.ClientDiscard,
            WindowStart = reading.Window.Start,
            WindowEnd = reading.Window.End,
            OrganizationSlug = reading.Organization,
            LastUpdated = reading.ReadAt,
        };
}
