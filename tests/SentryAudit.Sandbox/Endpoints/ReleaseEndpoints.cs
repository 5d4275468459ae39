using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Releases, newest first, and their deploys. Archived releases are hidden unless asked for.</summary>
internal static class ReleaseEndpoints
{
    private static readonly KeyPages<SandboxRelease> Pages = new(static release => Milliseconds.Of(release.DateCreated));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/releases/", Scopes.Releases, exchange => List(exchange, Filters.Projects(exchange))),
        new("organizations/{org}/releases/{version}/", Scopes.Releases, Detail),
        new("organizations/{org}/releases/{version}/deploys/", Scopes.Releases, Deploys),
        new("projects/{org}/{project}/releases/", Scopes.Releases, OfProject),
    ];

    private static Answer OfProject(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        return List(exchange, candidate => candidate == project);
    }

    private static Answer List(Exchange exchange, Func<SandboxProject, bool> inProjects)
    {
        if (!Filters.AnyProject(exchange, inProjects))
        {
            return Answer.Text(200, "[]", "application/json");
        }

        var environments = exchange.QueryAll("environment");
        var status = exchange.Query("status") ?? "open";
        var query = exchange.Query("query");
        var page = Pages.Page(
            exchange.Organization.Releases,
            release => (status.Length == 0 || release.Status == status)
                && release.Projects.Any(inProjects)
                && (environments.Count == 0 || release.Environments.Intersect(environments, StringComparer.Ordinal).Any())
                && (string.IsNullOrEmpty(query) || Matches(release, query)),
            exchange);
        return page.Write(exchange, ReleaseJson.Write);
    }

    private static bool Matches(SandboxRelease release, string query) => query.Split(':', 2) switch
    {
        ["release", var version] => release.Version == version,
        ["finalized", var flag] => Match.Flag(release.DateReleased is not null, flag),
        _ => Match.Part(release.Version, query),
    };

    public static SandboxRelease Find(Exchange exchange)
    {
        var version = exchange.Route("version");
        var release = exchange.Organization.Releases.Find(candidate => candidate.Version == version) ?? throw ApiError.NotFound();
        return exchange.ReachesAllTeams() || release.Projects.Any(exchange.Reaches) ? release : throw ApiError.NotFound();
    }

    private static Answer Detail(Exchange exchange)
    {
        var release = Find(exchange);
        return Answer.Json(json => ReleaseJson.WriteDetail(json, release, exchange.Organization.Releases));
    }

    private static Answer Deploys(Exchange exchange) => Find(exchange).Deploys.Page(exchange).Write(exchange, ReleaseJson.WriteDeploy);
}
