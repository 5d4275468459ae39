using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>What else an organization owns: cron monitors, repositories, client keys, environments.</summary>
internal static class ResourceEndpoints
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/monitors/", Scopes.Alerts, CronMonitors),
        new("organizations/{org}/repos/", Scopes.Repositories, Repositories),
        new("organizations/{org}/project-keys/", Scopes.Organization, exchange => ProjectKeys(exchange, static _ => true)),
        new("projects/{org}/{project}/keys/", Scopes.Projects, KeysOfProject),
        new("organizations/{org}/environments/", Scopes.Organization, Environments),
    ];

    private static Answer CronMonitors(Exchange exchange)
    {
        var inProjects = Filters.Projects(exchange);
        return exchange.Organization.CronMonitors.FindAll(monitor => inProjects(monitor.Project))
            .Page(exchange)
            .Write(exchange, (json, monitor) => CronMonitorJson.Write(json, monitor, exchange));
    }

    private static Answer Repositories(Exchange exchange)
    {
        var status = exchange.Query("status") ?? "active";
        var text = exchange.Query("query");
        return exchange.Organization.Repositories
            .FindAll(repository => (status.Length == 0 || repository.Status == status)
                && (string.IsNullOrEmpty(text) || Match.Part(repository.Name, text)))
            .Page(exchange)
            .Write(exchange, RepositoryJson.Write);
    }

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

    private static Answer Environments(Exchange exchange) => Answer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var (index, name) in exchange.Organization.Environments.Index())
        {
            json.WriteStartObject();
            json.WriteString("id", (index + 1).ToString(CultureInfo.InvariantCulture));
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
