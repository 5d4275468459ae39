using System.Globalization;
using System.Text;
using SentryAudit.Api.Stats;

namespace SentryAudit.Sandbox.Stats;

/// <summary>The summary as <c>download=true</c> gives it: a line for each project, a column for each category and outcome.</summary>
internal static class StatsCsv
{
    public static string Write(StatsRequest request, IReadOnlyCollection<StatsGroup> groups)
    {
        string[] categories = [.. groups.Select(group => Categories.NameOf(group.First.Category)).Distinct(StringComparer.Ordinal)];
        var text = new StringBuilder("project_id,project_slug");
        foreach (var category in categories)
        {
            foreach (var outcome in request.Outcomes)
            {
                text.Append(CultureInfo.InvariantCulture, $",{outcome.Name}_{category}s");
            }
        }

        foreach (var project in groups.GroupBy(group => group.First.Project).OrderBy(project => project.Key.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n{project.Key.Id},{project.Key.Slug}");
            foreach (var category in categories)
            {
                foreach (var outcome in request.Outcomes)
                {
                    var cell = project.Where(group =>
                        Categories.NameOf(group.First.Category) == category && group.First.Outcome == outcome);
                    text.Append(CultureInfo.InvariantCulture, $",{cell.Sum(group => group.Total(0))}");
                }
            }
        }

        return text.Append("\r\n").ToString();
    }
}
