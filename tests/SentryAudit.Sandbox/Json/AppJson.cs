using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A custom integration, its installation, and its tokens.</summary>
internal static class AppJson
{
    public static void Write(Utf8JsonWriter json, SandboxApp app, SandboxOrganization organization)
    {
        json.WriteStartObject();
        json.Raw("allowedOrigins", "[]");
        json.WriteString("author", organization.Name);
        json.Raw("avatars", "[]");
        json.Strings("events", app.Events);
        json.Strings("webhookEvents", app.Events.Select(name => name + ".created"));
        json.Raw("featureData", "[]");
        json.WriteBoolean("isAlertable", value: false);
        json.WriteBoolean("isDisabled", app.IsDisabled);
        json.Raw("metadata", "{}");
        json.WriteString("name", app.Name);
        json.WriteNull("overview");
        json.WriteNumber("popularity", 1);
        json.WriteNull("redirectUrl");
        json.Raw("schema", "{}");
        json.Strings("scopes", app.Scopes);
        json.WriteString("slug", app.Slug);
        json.WriteString("status", app.Status);
        json.WriteString("uuid", app.Uuid);
        json.WriteBoolean("verifyInstall", app.Status is not "internal");
        json.WriteString("webhookUrl", app.WebhookUrl);
        json.Raw("webhookHeaders", "[]");
        if (app.Status is "published")
        {
            json.Date("datePublished", organization.DateCreated);
        }

        json.WriteString("clientId", app.Uuid.Replace("-", "", StringComparison.Ordinal));
        json.WriteString("clientSecret", app.ClientSecret);
        json.WriteStartObject("owner");
        json.WriteNumber("id", long.Parse(organization.Id, CultureInfo.InvariantCulture));
        json.WriteString("slug", organization.Slug);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteInstallation(Utf8JsonWriter json, SandboxApp app, SandboxOrganization organization)
    {
        json.WriteStartObject();
        json.WriteStartObject("app");
        json.WriteString("uuid", app.Uuid);
        json.WriteString("slug", app.Slug);
        json.WriteNumber("sentryAppId", app.Id);
        json.WriteEndObject();
        json.WriteStartObject("organization");
        json.WriteString("slug", organization.Slug);
        json.WriteNumber("id", long.Parse(organization.Id, CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteString("uuid", app.Uuid.Replace('0', '1'));
        json.WriteString("status", app.Installation);
        json.WriteEndObject();
    }

    public static void WriteToken(Utf8JsonWriter json, SandboxAppToken token)
    {
        json.WriteStartObject();
        json.WriteString("id", token.Id);
        json.WriteString("name", token.Name);
        json.WriteString("tokenLastCharacters", token.LastCharacters);
        json.Strings("scopes", token.Scopes);
        json.WriteNull("application");
        json.Date("dateCreated", token.DateCreated);
        json.Date("expiresAt", token.ExpiresAt);
        json.WriteNull("state");
        json.WriteEndObject();
    }
}
