using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Teams, who is on them and what they own. The list needs <c>org:read</c>, a single team <c>team:read</c>.</summary>
internal static class TeamEndpoints
{
    private static readonly SearchQuery<SandboxTeam> Search = new(
        new(StringComparer.Ordinal)
        {
            ["id"] = static (team, value) => team.Id == value,
            ["slug"] = static (team, value) => Match.Same(team.Slug, value),
            ["hasExternalTeams"] = static (_, value) => Match.Flag(actual: false, value),
        },
        static (team, text) => Match.Part(team.Name, text) || Match.Part(team.Slug, text));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/teams/", Scopes.Organization, List),
        new("teams/{org}/{team}/", Scopes.Teams, Detail),
        new("teams/{org}/{team}/members/", Scopes.Teams, Members),
        new("teams/{org}/{team}/projects/", Scopes.Projects, Projects),
    ];

    private static Answer List(Exchange exchange) =>
        Search.Filter([.. exchange.Organization.Teams.OrderBy(team => team.Slug, StringComparer.Ordinal)], exchange.Query("query"))
            .Page(exchange)
            .Write(exchange, (json, team) => TeamJson.Write(json, team, exchange, !exchange.QueryIs("detailed", "0")));

    private static Answer Detail(Exchange exchange)
    {
        var team = Filters.PathTeam(exchange);
        return Answer.Json(json => TeamJson.WriteDetail(json, team, exchange));
    }

    private static Answer Members(Exchange exchange)
    {
        var team = Filters.PathTeam(exchange);
        return team.Memberships.Where(place => place.Member.User?.IsListed is not false)
            .OrderBy(place => place.Member.Email, StringComparer.Ordinal).ToList()
            .Page(exchange)
            .Write(exchange, (json, place) => MemberJson.WriteOnTeam(json, place, team));
    }

    private static Answer Projects(Exchange exchange)
    {
        var team = Filters.PathTeam(exchange);
        return exchange.Organization.Projects.Where(project => project.Teams.Contains(team)).ToList()
            .Page(exchange)
            .Write(exchange, (json, project) => ProjectJson.Write(json, project, exchange));
    }
}
