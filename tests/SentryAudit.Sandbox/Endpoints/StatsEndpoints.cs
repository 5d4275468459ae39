using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Stats;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>What an organization sent and what became of it: as series, and as totals by project.</summary>
internal static class StatsEndpoints
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/stats_v2/", Scopes.Organization, Series),
        new("organizations/{org}/stats-summary/", Scopes.Organization, Summary),
    ];

    /// <summary>The counts as of now.</summary>
    public static EventCounts Counts(Exchange exchange) => new(exchange.World.Options.Seed, exchange.Now);

    private static Answer Series(Exchange exchange)
    {
        var groupBy = exchange.QueryAll("groupBy");
        // Sentry looks at the last group only: unless that is the project, a request that names none is about the whole organization,
        // with what was deleted and what the caller does not reach.
        var isWhole = Named(exchange) is [] or ["-1"] && groupBy is not [.., "project"];
        var request = StatsRequest.From(exchange, groupBy, isWhole ? static _ => true : Projects(exchange));
        return Answer.Json(json => StatsJson.Write(json, request, StatsGroup.All(request, Counts(exchange))));
    }

    private static Answer Summary(Exchange exchange)
    {
        string[] groupBy = exchange.QueryAll("reason").Count > 0
            ? ["project", "outcome", "category", "reason"]
            : ["project", "outcome", "category"];
        var request = StatsRequest.From(exchange, groupBy, Projects(exchange));
        var groups = StatsGroup.All(request, Counts(exchange));
        return string.IsNullOrEmpty(exchange.Query("download"))
            ? Answer.Json(json => StatsSummaryJson.Write(json, request, groups))
            : Answer.Text(200, StatsCsv.Write(request, groups), "text/csv")
                .With("Content-Disposition", "attachment; filename=\"stats_summary.csv\"");
    }

    private static string[] Named(Exchange exchange) => [.. exchange.QueryAll("project"), .. exchange.QueryAll("projectSlug")];

    /// <summary>The projects within the caller's reach. One that is named and is not among them ends the request.</summary>
    private static Func<SandboxProject, bool> Projects(Exchange exchange)
    {
        var wanted = Filters.Projects(exchange);
        var found = exchange.Organization.Projects.FindAll(project => wanted(project) && Reaches(exchange, project));
        var named = Named(exchange).Where(name => name is not "-1").Distinct(StringComparer.Ordinal).Count();
        if (found.Count < named)
        {
            throw ApiError.Forbidden();
        }

        return found.Count > 0 ? found.Contains : throw ApiError.BadRequest("No projects available");
    }

    private static bool Reaches(Exchange exchange, SandboxProject project) =>
        exchange.ReachesAllTeams() || (exchange.Me is { } me && project.IsWorkedOnBy(me));
}
