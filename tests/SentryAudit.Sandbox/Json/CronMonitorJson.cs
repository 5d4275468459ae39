using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>A cron monitor.</summary>
internal static class CronMonitorJson
{
    public static void Write(Utf8JsonWriter json, SandboxCronMonitor monitor, Exchange exchange)
    {
        json.WriteStartObject();
        json.WriteString("id", monitor.Id);
        json.WriteString("slug", monitor.Slug);
        json.WriteString("name", monitor.Name);
        json.WriteString("status", monitor.Status);
        json.WriteBoolean("isMuted", monitor.IsMuted);
        json.WriteBoolean("isUpserting", value: false);
        json.WriteStartObject("config");
        json.WriteString("schedule_type", "crontab");
        json.WriteString("schedule", monitor.Schedule);
        json.WriteNumber("checkin_margin", 5);
        json.WriteNull("max_runtime");
        json.WriteString("timezone", "UTC");
        json.WriteNull("failure_issue_threshold");
        json.WriteNull("recovery_threshold");
        json.WriteNull("alert_rule_id");
        json.WriteEndObject();
        json.Date("dateCreated", monitor.DateCreated);
        json.WritePropertyName("project");
        ProjectJson.WriteInTeam(json, monitor.Project, exchange);
        json.Items("environments", ["production"], (inner, environment) => WriteEnvironment(inner, monitor, environment));
        DetectorJson.WriteOwner(json, monitor.Owner);
        json.WriteEndObject();
    }

    private static void WriteEnvironment(Utf8JsonWriter json, SandboxCronMonitor monitor, string environment)
    {
        json.WriteStartObject();
        json.WriteString("name", environment);
        json.WriteString("status", "ok");
        json.WriteBoolean("isMuted", monitor.IsMuted);
        json.Date("dateCreated", monitor.DateCreated);
        json.Date("lastCheckIn", monitor.DateCreated.AddDays(1));
        json.Date("nextCheckIn", monitor.DateCreated.AddDays(1).AddHours(1));
        json.Date("nextCheckInLatest", monitor.DateCreated.AddDays(1).AddHours(1).AddMinutes(5));
        json.WriteNull("activeIncident");
        json.WriteEndObject();
    }
}
