using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>A project's settings page.</summary>
internal static class ProjectDetailJson
{
    public static void Write(Utf8JsonWriter json, SandboxProject project, Exchange exchange)
    {
        json.WriteStartObject();
        ProjectJson.WriteFields(json, project, exchange);
        ProjectJson.WriteIdentity(json, project);
        ProjectJson.WriteTeams(json, project, omitMissingTeam: true);
        ProjectJson.WriteLatestRelease(json, project);
        json.Strings("platforms", ProjectJson.Platforms(project));
        WritePrivacy(json);
        WriteProcessing(json);
        if (!exchange.QueryIs("collapse", "organization"))
        {
            json.WritePropertyName("organization");
            OrganizationJson.Write(json, exchange.Organization, exchange.World.Addresses);
        }

        json.WriteEndObject();
    }

    private static void WritePrivacy(Utf8JsonWriter json)
    {
        json.Flags(true, "dataScrubber", "dataScrubberDefaults", "scrapeJavaScript", "enableAutoReleaseCreation");
        json.Flags(false, "verifySSL", "scrubIPAddresses", "isDynamicallySampled", "tempestFetchScreenshots",
            "seerScannerAutomation", "scmSourceContextEnabled");
        json.Raw("safeFields", "[]");
        json.Raw("sensitiveFields", "[]");
        json.WriteNull("storeCrashReports");
        json.Strings("allowedDomains", ["*"]);
        // Looks like a secret, so that clients can show they hide it.
        json.WriteString("securityToken", "5ec4e7b0a1e94d0c8a3c2f1db5d6e7f8");
        json.WriteNull("securityTokenHeader");
        json.WriteNull("relayPiiConfig");
        json.WriteNull("debugFilesRole");
    }

    private static void WriteProcessing(Utf8JsonWriter json)
    {
        json.Raw("options", """{"sentry:reprocessing_active":false,"filters:blacklisted_ips":""}""");
        json.WriteNumber("digestsMinDelay", 300);
        json.WriteNumber("digestsMaxDelay", 1800);
        json.WriteNumber("resolveAge", 0);
        json.WriteNumber("processingIssues", 0);
        json.WriteString("subjectPrefix", "");
        json.WriteString("subjectTemplate", "$shortID - $title");
        json.Raw("highlightTags", """["handled","level"]""");
        json.Raw("highlightContext", "{}");
        json.Raw("highlightPreset", """{"tags":[],"context":{}}""");
        json.WriteString("groupingConfig", "newstyle:2026-01-20");
        json.WriteString("derivedGroupingEnhancements", "");
        json.WriteString("groupingEnhancements", "");
        json.WriteNumber("secondaryGroupingExpiry", 0);
        json.WriteNull("secondaryGroupingConfig");
        json.WriteString("fingerprintingRules", "");
        json.WriteNull("defaultEnvironment");
        json.Raw("builtinSymbolSources", """["ios"]""");
        json.WriteNull("dynamicSamplingBiases");
        json.WriteString("symbolSources", "[]");
        json.WriteString("autofixAutomationTuning", "off");
        json.Raw("seerNightshiftTweaks", "{}");
    }
}
