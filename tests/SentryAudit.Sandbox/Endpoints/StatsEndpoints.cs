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
        // Only a request that groups by projects is limited to the caller's own; the others are about the whole organization.
        var tellsApart = groupBy.Contains("project", StringComparer.Ordinal)
            || exchange.QueryAll("project").Count > 0
            || exchange.QueryAll("projectSlug").Count > 0;
        var request = StatsRequest.From(exchange, groupBy, tellsApart ? Projects(exchange) : static _ => true);
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

    private static Func<SandboxProject, bool> Projects(Exchange exchange)
    {
        var wanted = Filters.Projects(exchange);
        return exchange.Organization.Projects.Exists(project => wanted(project))
            ? wanted
            : throw ApiError.BadRequest("No projects available");
    }
}
