using System.Text.Json;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The caller: which token, which person, which regions.</summary>
internal static class AccountEndpoints
{
    private const string ProxyName = "audit-3f9a1c-6d3f2b6e-0a51-4b52-9d2e-5a6c0f5f3a71";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("", [], Index) { Silo = Silo.Both, Anonymous = true },
        new("auth/", [], exchange => Answer.Json(json => UserJson.Write(json, CallerOf(exchange)))) { Silo = Silo.Control },
        new("users/me/regions/", [], Regions) { Silo = Silo.Control },
    ];

    private static SandboxUser CallerOf(Exchange exchange) => exchange.Token.User ?? throw ApiError.NotFound();

    private static Answer Index(Exchange exchange) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "0");
        if (exchange.TokenIfAny is not { } token)
        {
            json.WriteNull("auth");
            json.WriteNull("user");
        }
        else
        {
            json.WriteStartObject("auth");
            json.Strings("scopes", token.Scopes);
            json.WriteEndObject();
            WriteUser(json, token);
        }

        json.WriteEndObject();
    });

    // An organization token is nobody's; an integration acts as a proxy user without an address.
    private static void WriteUser(Utf8JsonWriter json, SandboxToken token)
    {
        if (token.Kind is SandboxTokenKind.Organization)
        {
            json.WriteNull("user");
            return;
        }

        json.WritePropertyName("user");
        if (token.User is { } person)
        {
            UserJson.Write(json, person);
            return;
        }

        json.WriteStartObject();
        json.WriteString("id", "900001");
        json.WriteString("name", ProxyName);
        json.WriteString("username", ProxyName);
        json.WriteString("email", "");
        json.Flags(true, "isActive");
        json.WriteEndObject();
    }

    private static Answer Regions(Exchange exchange) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.Items("regions", exchange.World.Addresses.Regions, static (inner, region) =>
        {
            inner.WriteStartObject();
            inner.WriteString("name", region.Name);
            inner.WriteString("url", region.Url);
            inner.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
