using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Connections to other services, and integrations the organization made itself. All on the control silo.</summary>
internal static class IntegrationEndpoints
{
    private static readonly string[] Installers = ["org:read", "org:integrations"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/integrations/", Scopes.Integrations, Integrations) { Silo = Silo.Control },
        new("organizations/{org}/sentry-apps/", Scopes.Organization, Apps) { Silo = Silo.Control },
        new("organizations/{org}/sentry-app-installations/", Installers, Installations) { Silo = Silo.Control },
        new("sentry-apps/{app}/api-tokens/", Scopes.OrganizationWrite, Tokens) { Silo = Silo.Control },
    ];

    private static Answer Integrations(Exchange exchange)
    {
        var provider = exchange.Query("providerKey");
        var withConfiguration = exchange.Query("includeConfig") is not "0" and not "false";
        return exchange.Organization.Integrations
            .FindAll(integration => string.IsNullOrEmpty(provider) || integration.ProviderKey == provider)
            .Page(exchange)
            .Write(exchange, (json, integration) =>
                IntegrationJson.Write(json, integration, exchange.Organization, withConfiguration));
    }

    private static Answer Apps(Exchange exchange)
    {
        var status = exchange.Query("status");
        return exchange.Organization.Apps.FindAll(app => string.IsNullOrEmpty(status) || app.Status == status)
            .Page(exchange)
            .Write(exchange, (json, app) => AppJson.Write(json, app, exchange.Organization));
    }

    private static Answer Installations(Exchange exchange) => exchange.Organization.Apps.FindAll(app => app.Installation is not null)
        .Page(exchange)
        .Write(exchange, (json, app) => AppJson.WriteInstallation(json, app, exchange.Organization));

    /// <summary>Only internal integrations have tokens of their own. A token's value is never shown.</summary>
    private static Answer Tokens(Exchange exchange)
    {
        var wanted = exchange.Route("app");
        var app = exchange.World.Estate.Organizations.SelectMany(organization => organization.Apps)
            .FirstOrDefault(app => app.Slug == wanted || app.Uuid == wanted) ?? throw ApiError.NotFound();
        return app.Status is not "internal"
            ? Answer.Text(403, "\"This route is limited to internal integrations only\"", "application/json")
            : Answer.Json(json =>
            {
                json.WriteStartArray();
                foreach (var token in app.Tokens)
                {
                    AppJson.WriteToken(json, token);
                }

                json.WriteEndArray();
            });
    }
}
