using System.Globalization;
using System.Text.Json;
using SentryAudit.Api.Stats;
using SentryAudit.Sandbox.Stats;

namespace SentryAudit.Sandbox.Json;

/// <summary>Totals by project and category. Outcomes nobody asked for are not in the totals either.</summary>
internal static class StatsSummaryJson
{
    public static void Write(Utf8JsonWriter json, StatsRequest request, IReadOnlyCollection<StatsGroup> groups)
    {
        json.WriteStartObject();
        StatsJson.WriteWindow(json, request.Window);
        json.Items("projects", groups.GroupBy(group => group.First.Project).OrderBy(project => project.Key.Id), (inner, project) =>
        {
            inner.WriteStartObject();
            inner.WriteString("id", project.Key.Id.ToString(CultureInfo.InvariantCulture));
            inner.WriteString("slug", project.Key.Slug);
            var categories = project.GroupBy(group => Categories.NameOf(group.First.Category), StringComparer.Ordinal)
                .OrderBy(category => category.Key, StringComparer.Ordinal);
            inner.Items("stats", categories, (innermost, category) => WriteCategory(innermost, request, category));
            inner.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteCategory(Utf8JsonWriter json, StatsRequest request, IGrouping<string, StatsGroup> category)
    {
        json.WriteStartObject();
        json.WriteString("category", category.Key);
        if (request.Reasons is [var reason, ..])
        {
            json.WriteString("reason", reason);
        }

        json.WriteStartObject("outcomes");
        foreach (var outcome in request.Outcomes)
        {
            json.WriteNumber(outcome.Name, Sum(category.Where(group => group.First.Outcome == outcome), request));
        }

        json.WriteEndObject();
        json.WriteStartObject("totals");
        if (request.Outcomes.Any(outcome => outcome.Dropped))
        {
            json.WriteNumber("dropped", Sum(category.Where(group => group.First.Outcome.Dropped), request));
        }

        foreach (var (field, name) in request.Fields.Index())
        {
            json.WriteNumber(name, category.Sum(group => group.Total(field)));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>With several fields Sentry adds them all up in the outcomes, bytes and pieces alike.</summary>
    private static long Sum(IEnumerable<StatsGroup> groups, StatsRequest request) =>
        groups.Sum(group => request.Fields.Index().Sum(field => group.Total(field.Index)));
}
