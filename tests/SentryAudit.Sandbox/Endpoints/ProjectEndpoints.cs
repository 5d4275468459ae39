using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Projects.</summary>
internal static class ProjectEndpoints
{
    private const string BadPeriod =
        """
        {"error":{"params":{"stats_period":{"message":
        "Invalid stats_period. Valid choices are '', '1h', '24h', '7d', '14d', '30d', and '90d'"}}}}
        """;

    private static readonly string[] StatsPeriods = ["", "1h", "24h", "7d", "14d", "30d", "90d"];

    private static readonly SearchQuery<SandboxProject> Search = new(
        new(StringComparer.Ordinal)
        {
            ["id"] = static (project, value) => project.Id.ToString(CultureInfo.InvariantCulture) == value,
            ["slug"] = static (project, value) => Match.Same(project.Slug, value),
            ["team"] = OnTeam,
            ["!team"] = static (project, value) => !OnTeam(project, value),
        },
        static (project, text) => Match.Part(project.Name, text) || Match.Part(project.Slug, text));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/projects/", Scopes.Organization, List),
        new("projects/{org}/{project}/", Scopes.Projects, Detail),
    ];

    private static bool OnTeam(SandboxProject project, string slug) => project.Teams.Exists(team => Match.Same(team.Slug, slug));

    private static Answer List(Exchange exchange)
    {
        if (exchange.Query("statsPeriod") is { } period && !StatsPeriods.Contains(period, StringComparer.Ordinal))
        {
            throw new ApiError(Answer.Text(400, BadPeriod, "application/json"));
        }

        var active = exchange.Organization.Projects.Where(project => project.Status is "active");
        var ordered = active.OrderByDescending(project => project.IsBookmarked).ThenBy(project => project.Slug, StringComparer.Ordinal);
        var found = Search.Filter([.. ordered], exchange.Query("query"));
        return exchange.QueryIs("all_projects", "1")
            ? Answer.Json(json =>
            {
                json.WriteStartArray();
                foreach (var project in found)
                {
                    ProjectJson.Write(json, project, exchange);
                }

                json.WriteEndArray();
            })
            : found.Page(exchange).Write(exchange, (json, project) => ProjectJson.Write(json, project, exchange));
    }

    private static Answer Detail(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        return Answer.Json(json => ProjectDetailJson.Write(json, project, exchange));
    }
}
