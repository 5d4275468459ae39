using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Environments, without pages. The hidden ones only on request.</summary>
internal static class EnvironmentEndpoints
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/environments/", Scopes.Organization, exchange => List(exchange, OfProjects(exchange))),
        new("projects/{org}/{project}/environments/", Scopes.Projects, exchange =>
            List(exchange, Filters.PathProject(exchange).Environments, withHidden: true)),
    ];

    private static List<string> OfProjects(Exchange exchange)
    {
        var isMeant = Filters.Projects(exchange);
        return exchange.Organization.Environments.FindAll(name =>
            exchange.Organization.Projects.Exists(project => isMeant(project) && project.Environments.Contains(name)));
    }

    private static Answer List(Exchange exchange, List<string> visible, bool withHidden = false)
    {
        var organization = exchange.Organization;
        string[] names = (exchange.Query("visibility") ?? "visible") switch
        {
            "visible" => [.. visible],
            "hidden" => [.. organization.HiddenEnvironments],
            "all" => [.. visible, .. organization.HiddenEnvironments],
            _ => throw ApiError.BadRequest("Invalid value for 'visibility', valid values are: ['all', 'hidden', 'visible']"),
        };
        string[] known = [.. organization.Environments, .. organization.HiddenEnvironments];
        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("id", (Array.IndexOf(known, name) + 1).ToString(CultureInfo.InvariantCulture));
                json.WriteString("name", name);
                if (withHidden)
                {
                    json.WriteBoolean("isHidden", organization.HiddenEnvironments.Contains(name));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
