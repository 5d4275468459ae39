using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A client key with all its addresses. The project's id is a number here.</summary>
internal static class ProjectKeyJson
{
    private static readonly (string Name, string Path)[] Endpoints =
    [
        ("csp", "csp-report/"), ("security", "security/"), ("minidump", "minidump/"), ("nel", "nel/"), ("unreal", "unreal/"),
        ("crons", "cron/"), ("playstation", "playstation/"), ("integration", "integration/"),
        ("otlp_traces", "integration/otlp/v1/traces"), ("otlp_logs", "integration/otlp/v1/logs"),
    ];

    public static void Write(Utf8JsonWriter json, SandboxProjectKey key, SandboxOrganization organization)
    {
        json.WriteStartObject();
        json.WriteString("id", key.Public);
        json.WriteString("name", key.Name);
        json.WriteString("label", key.Name);
        json.WriteString("public", key.Public);
        json.WriteString("secret", key.Secret);
        json.WriteNumber("projectId", key.Project.Id);
        json.WriteBoolean("isActive", key.IsActive);
        WriteRateLimit(json, key);
        WriteDsn(json, key, organization);
        json.WriteString("browserSdkVersion", "10.x");
        json.Raw("browserSdk", """{"choices":[["latest","latest"],["10.x","10.x"]]}""");
        json.Date("dateCreated", key.DateCreated);
        json.WriteStartObject("dynamicSdkLoaderOptions");
        json.Flags(true, "hasReplay", "hasPerformance");
        json.Flags(false, "hasDebug", "hasFeedback", "hasLogsAndMetrics");
        json.WriteEndObject();
        json.WriteString("useCase", "user");
        json.WriteEndObject();
    }

    private static void WriteRateLimit(Utf8JsonWriter json, SandboxProjectKey key)
    {
        json.WritePropertyName("rateLimit");
        if (key.RateLimitWindow is not { } window)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("window", window);
        json.WriteNumber("count", key.RateLimitCount);
        json.WriteEndObject();
    }

    private static void WriteDsn(Utf8JsonWriter json, SandboxProjectKey key, SandboxOrganization organization)
    {
        var id = key.Project.Id.ToString(CultureInfo.InvariantCulture);
        var host = $"o{organization.Id}.ingest.{organization.Region}.sentry.example";
        json.WriteStartObject("dsn");
        json.WriteString("public", $"https://{key.Public}@{host}/{id}");
        json.WriteString("secret", $"https://{key.Public}:{key.Secret}@{host}/{id}");
        json.WriteString("cdn", $"https://js.sentry-cdn.example/{key.Public}.min.js");
        foreach (var (name, path) in Endpoints)
        {
            json.WriteString(name, $"https://{host}/api/{id}/{path}?sentry_key={key.Public}");
        }

        json.WriteEndObject();
    }
}
