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
        SettingsJson.Write(json, project.Settings);
        WriteProcessing(json);
        if (!exchange.QueryIs("collapse", "organization"))
        {
            json.WritePropertyName("organization");
            OrganizationJson.Write(json, exchange.Organization, exchange.World.Addresses);
        }

        json.WriteEndObject();
    }

    /// <summary>The row of the list with what single views add: the answer to giving a project to a team.</summary>
    public static void WriteWithTeams(Utf8JsonWriter json, SandboxProject project, Exchange exchange)
    {
        json.WriteStartObject();
        ProjectJson.WriteFields(json, project, exchange);
        ProjectJson.WriteIdentity(json, project);
        ProjectJson.WriteTeams(json, project, omitMissingTeam: true);
        json.WriteEndObject();
    }

    private static void WriteProcessing(Utf8JsonWriter json)
    {
        json.Flags(false, "isDynamicallySampled", "tempestFetchScreenshots", "seerScannerAutomation");
        json.Raw("options", """{"sentry:reprocessing_active":false,"filters:blacklisted_ips":""}""");
        json.WriteNumber("processingIssues", 0);
        json.Raw("highlightPreset", """{"tags":[],"context":{}}""");
        json.WriteString("groupingConfig", "newstyle:2026-01-20");
        json.WriteString("derivedGroupingEnhancements", "");
        json.WriteNumber("secondaryGroupingExpiry", 0);
        json.WriteNull("secondaryGroupingConfig");
        json.Raw("builtinSymbolSources", """["ios"]""");
        json.WriteNull("dynamicSamplingBiases");
        json.WriteString("symbolSources", "[]");
        json.WriteString("autofixAutomationTuning", "off");
        json.Raw("seerNightshiftTweaks", "{}");
    }
}
