using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>What else an organization owns: cron monitors, repositories, client keys.</summary>
internal static class ResourceEndpoints
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/monitors/", Scopes.Alerts, CronMonitors),
        new("organizations/{org}/repos/", Scopes.Repositories, Repositories),
        new("organizations/{org}/project-keys/", Scopes.Organization, exchange => ProjectKeys(exchange, exchange.Reaches)),
        new("projects/{org}/{project}/keys/", Scopes.Projects, KeysOfProject),
    ];

    private static Answer CronMonitors(Exchange exchange)
    {
        var inProjects = Filters.Projects(exchange);
        if (!Filters.AnyProject(exchange, inProjects))
        {
            return Answer.Text(200, "[]", "application/json");
        }

        var environments = exchange.QueryAll("environment");
        var owners = exchange.QueryAll("owner");
        return exchange.Organization.CronMonitors
            .FindAll(monitor => inProjects(monitor.Project)
                && (environments.Count == 0 || monitor.Environments.Intersect(environments, StringComparer.Ordinal).Any())
                && (owners.Count == 0 || owners.Contains(OwnerOf(monitor), StringComparer.Ordinal)))
            .Page(exchange)
            .Write(exchange, (json, monitor) => CronMonitorJson.Write(json, monitor, exchange));
    }

    private static string OwnerOf(SandboxCronMonitor monitor) =>
        monitor.Owner is { } owner ? $"{owner.Type}:{owner.Id}" : "unassigned";

    private static Answer Repositories(Exchange exchange)
    {
        var status = exchange.Query("status") ?? "active";
        var (text, integration) = (exchange.Query("query"), exchange.Query("integration_id"));
        var withSettings = exchange.QueryAll("expand").Contains("settings", StringComparer.Ordinal);
        return exchange.Organization.Repositories
            .FindAll(repository => HasStatus(repository, status)
                && (integration is null || repository.IntegrationId == integration)
                && (string.IsNullOrEmpty(text) || Match.Part(repository.Name, text)))
            .Page(exchange)
            .Write(exchange, (json, repository) => RepositoryJson.Write(json, repository, withSettings));
    }

    /// <summary>Deleted means whatever is not active.</summary>
    private static bool HasStatus(SandboxRepository repository, string status) => status switch
    {
        "" => true,
        "deleted" => repository.Status is not "active",
        _ => repository.Status == status,
    };

    private static Answer KeysOfProject(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        return ProjectKeys(exchange, candidate => candidate == project);
    }

    private static Answer ProjectKeys(Exchange exchange, Func<SandboxProject, bool> wanted)
    {
        var team = exchange.Query("team");
        var status = exchange.Query("status");
        return exchange.Organization.ProjectKeys
            .FindAll(key => wanted(key.Project)
                && (team is null || key.Project.Teams.Exists(candidate => candidate.Slug == team || candidate.Id == team))
                && (status is null || status is "active" == key.IsActive))
            .Page(exchange)
            .Write(exchange, (json, key) => ProjectKeyJson.Write(json, key, exchange.Organization));
    }
}
