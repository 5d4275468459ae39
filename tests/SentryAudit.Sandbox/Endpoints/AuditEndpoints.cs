using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Who did what, and how people sign in. The audit log needs <c>org:write</c>, and answers an object, not a list.</summary>
internal static class AuditEndpoints
{
    private static readonly KeyPages<SandboxAuditEntry> Pages = new(static entry => Milliseconds.Of(entry.DateCreated));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/audit-logs/", Scopes.OrganizationWrite, Log) { Silo = Silo.Control },
        new("organizations/{org}/auth-provider/", Scopes.Organization, AuthProvider),
    ];

    private static Answer Log(Exchange exchange)
    {
        var (wanted, window) = (exchange.Query("event"), TimeWindow.From(exchange));
        var actor = exchange.Query("actor");
        if (actor is not (null or "") && !long.TryParse(actor, CultureInfo.InvariantCulture, out _))
        {
            return Answer.Text(400, """{"actor":["A valid integer is required."]}""", "application/json");
        }

        return Pages.Page(
                exchange.Organization.AuditLog,
                entry => (string.IsNullOrEmpty(wanted) || entry.Event == wanted)
                    && (string.IsNullOrEmpty(actor) || entry.Actor?.Id == actor)
                    && window?.Contains(entry.DateCreated) is not false,
                exchange)
            .WriteAs("rows", exchange, AuditEntryJson.Write, static json => json.Strings("options", AuditEvents.All));
    }

    /// <summary>204 when there is none. The only keys in snake case far and wide.</summary>
    private static Answer AuthProvider(Exchange exchange) => exchange.Organization.AuthProvider is not { } provider
        ? Answer.Empty(204)
        : Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", provider.Id);
            json.WriteString("provider_name", provider.ProviderName);
            json.WriteNumber("pending_links_count", provider.PendingLinks);
            json.WriteString("login_url", $"{exchange.World.Addresses.HostOf(null)}/auth/login/{exchange.Organization.Slug}/");
            json.WriteString("default_role", provider.DefaultRole);
            json.WriteBoolean("require_link", provider.RequireLink);
            json.WriteBoolean("scim_enabled", provider.ScimEnabled);
            json.WriteEndObject();
        });
}
