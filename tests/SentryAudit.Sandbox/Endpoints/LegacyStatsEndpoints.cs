using System.Globalization;
using SentryAudit.Api.Stats;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Stats;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The older counts of one project or team: errors only, as pairs of epoch second and count, five requests a second.</summary>
internal static class LegacyStatsEndpoints
{
    private static readonly RateLimit FiveASecond = new(5, 1);

    private static readonly Dictionary<string, int> Resolutions =
        new(StringComparer.Ordinal) { ["10s"] = 10, ["1h"] = 3600, ["1d"] = 86_400 };

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("projects/{org}/{project}/stats/", Scopes.Projects, OfProject) { Limit = FiveASecond },
        new("teams/{org}/{team}/stats/", Scopes.Teams, OfTeam) { Limit = FiveASecond },
    ];

    private static Answer OfProject(Exchange exchange) =>
        Write(exchange, [Filters.PathProject(exchange)], OutcomesOf(exchange.Query("stat") ?? "received"));

    /// <summary>Whatever the stat, a team's are the events its projects took in. A team without projects has no points at all.</summary>
    private static Answer OfTeam(Exchange exchange)
    {
        var team = Filters.PathTeam(exchange);
        var projects = exchange.Organization.Projects.FindAll(project => project.Teams.Contains(team));
        return projects.Count == 0 ? Answer.Text(200, "[]", "application/json") : Write(exchange, projects, OutcomesOf("generated"));
    }

    private static Outcome[] OutcomesOf(string stat) => stat switch
    {
        "received" => [.. Outcome.All.Where(outcome => outcome.Name is not Outcome.Discarded)],
        "rejected" => [.. Outcome.All.Where(outcome => outcome.Name is Outcome.RateLimited)],
        "blacklisted" => [.. Outcome.All.Where(outcome => outcome.Name is Outcome.Filtered)],
        "generated" => [.. Outcome.All.Where(outcome => outcome.Name is Outcome.Accepted)],
        _ => throw ApiError.BadRequest($"Invalid stat: {stat}"),
    };

    private static Answer Write(Exchange exchange, List<SandboxProject> projects, Outcome[] outcomes)
    {
        var counts = StatsEndpoints.Counts(exchange);
        var resolution = exchange.Query("resolution") is { } text
            ? Resolutions.TryGetValue(text, out var known) ? known : throw ApiError.BadRequest("Invalid resolution")
            : Resolutions["1h"];
        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var point in Points(exchange, resolution))
            {
                json.WriteStartArray();
                json.WriteNumberValue(point);
                json.WriteNumberValue(projects.Sum(project => outcomes.Sum(outcome => Count(counts, project, outcome, point, resolution))));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>
    /// Sentry walks back from the end, which is always among the points, while it does not pass the start: from midnight to midnight
    /// there are 25 hours.
    /// </summary>
    private static IEnumerable<long> Points(Exchange exchange, int resolution)
    {
        var until = Seconds(exchange.Query("until")) ?? exchange.Now.ToUnixTimeSeconds();
        var since = Seconds(exchange.Query("since")) ?? until - 86_399;
        var steps = Math.Min(100_000, Math.Max(-1, (until - since) / resolution));
        for (var step = steps; step >= 0; step--)
        {
            yield return (until - (step * resolution)) / resolution * resolution;
        }
    }

    private static long? Seconds(string? text) => text is null
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e11
            ? (long)seconds
            : throw ApiError.BadRequest("until and since must be valid timestamps");

    /// <summary>An hour's count is spread evenly over its parts, so that they add up to it.</summary>
    private static long Count(EventCounts counts, SandboxProject project, Outcome outcome, long second, int resolution)
    {
        long InHour(long hour) => Categories.In(Categories.Error).Sum(kind => counts.TimesSeen(project, kind, outcome, hour));
        var first = second / EventCounts.SecondsPerHour;
        if (resolution >= EventCounts.SecondsPerHour)
        {
            return Enumerable.Range(0, resolution / EventCounts.SecondsPerHour).Sum(hour => InHour(first + hour));
        }

        var (part, parts) = (second % EventCounts.SecondsPerHour / resolution, EventCounts.SecondsPerHour / resolution);
        return (InHour(first) * (part + 1) / parts) - (InHour(first) * part / parts);
    }
}
