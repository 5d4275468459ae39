using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The caller: which token, which person, which regions.</summary>
internal static class AccountEndpoints
{
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
        if (exchange.TokenIfAny is { User: { } user } token)
        {
            json.WriteStartObject("auth");
            json.Strings("scopes", token.Scopes);
            json.WriteEndObject();
            json.WritePropertyName("user");
            UserJson.Write(json, user);
        }
        else
        {
            json.WriteNull("auth");
            json.WriteNull("user");
        }

        json.WriteEndObject();
    });

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
