using System.Text.Json;
using SentryAudit.Sandbox.Stats;

namespace SentryAudit.Sandbox.Json;

/// <summary>Counts by group. With the project among the groups there are only totals: neither series nor intervals.</summary>
internal static class StatsJson
{
    public static void Write(Utf8JsonWriter json, StatsRequest request, IReadOnlyCollection<StatsGroup> groups)
    {
        var withSeries = !request.GroupBy.Contains("project", StringComparer.Ordinal);
        json.WriteStartObject();
        WriteWindow(json, request.Window);
        if (withSeries)
        {
            json.Strings("intervals", Enumerable.Range(0, request.Window.Count)
                .Select(interval => Moment(request.Window.Start + ((long)interval * request.Window.Interval))));
        }

        json.Items("groups", groups, (inner, group) => WriteGroup(inner, request, group, withSeries));
        json.WriteEndObject();
    }

    public static void WriteWindow(Utf8JsonWriter json, StatsWindow window)
    {
        json.WriteString("start", Moment(window.Start));
        json.WriteString("end", Moment(window.End));
    }

    private static string Moment(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToSentry();

    private static void WriteGroup(Utf8JsonWriter json, StatsRequest request, StatsGroup group, bool withSeries)
    {
        json.WriteStartObject();
        json.WriteStartObject("by");
        foreach (var name in request.GroupBy)
        {
            WriteBy(json, name, group.First);
        }

        json.WriteEndObject();
        json.WriteStartObject("totals");
        foreach (var (field, name) in request.Fields.Index())
        {
            json.WriteNumber(name, group.Total(field));
        }

        json.WriteEndObject();
        if (withSeries)
        {
            json.WriteStartObject("series");
            foreach (var (field, name) in request.Fields.Index())
            {
                json.Items(name, group.Series(field), static (inner, count) => inner.WriteNumberValue(count));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The project is its id, and that is a number here.</summary>
    private static void WriteBy(Utf8JsonWriter json, string name, StatsRow row)
    {
        if (name is "project")
        {
            json.WriteNumber(name, row.Project.Id);
        }
        else
        {
            json.WriteString(
                name, name switch { "category" => Categories.NameOf(row.Category), "outcome" => row.Outcome.Name, _ => row.Reason });
        }
    }
}
