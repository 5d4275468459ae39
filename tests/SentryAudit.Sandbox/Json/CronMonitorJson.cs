using System.Globalization;
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
        WriteConfig(json, monitor);
        json.Date("dateCreated", monitor.DateCreated);
        json.WritePropertyName("project");
        ProjectJson.WriteInTeam(json, monitor.Project, exchange);
        json.Items("environments", monitor.Environments, (inner, environment) => WriteEnvironment(inner, monitor, environment));
        OwnerJson.Write(json, "owner", monitor.Owner);
        json.WriteEndObject();
    }

    /// <summary>A schedule is text, or a list of a number and a unit.</summary>
    private static void WriteConfig(Utf8JsonWriter json, SandboxCronMonitor monitor)
    {
        json.WriteStartObject("config");
        json.WriteString("schedule_type", monitor.EveryHours is null ? "crontab" : "interval");
        if (monitor.EveryHours is { } hours)
        {
            json.Raw("schedule", string.Create(CultureInfo.InvariantCulture, $"[{hours},\"hour\"]"));
        }
        else
        {
            json.WriteString("schedule", monitor.Schedule);
        }

        json.Number("checkin_margin", monitor.CheckInMargin);
        json.Number("max_runtime", monitor.MaxRuntime);
        json.WriteString("timezone", monitor.TimeZone);
        json.Number("failure_issue_threshold", null);
        json.Number("recovery_threshold", null);
        json.Number("alert_rule_id", null);
        json.WriteEndObject();
    }

    private static void WriteEnvironment(Utf8JsonWriter json, SandboxCronMonitor monitor, string environment)
    {
        json.WriteStartObject();
        DateTimeOffset? last = monitor.EnvironmentStatus is "active" ? null : monitor.DateCreated.AddDays(1);
        json.WriteString("name", environment);
        json.WriteString("status", monitor.EnvironmentStatus);
        json.WriteBoolean("isMuted", monitor.IsMuted);
        json.Date("dateCreated", monitor.DateCreated);
        json.Date("lastCheckIn", last);
        json.Date("nextCheckIn", last?.AddHours(1));
        json.Date("nextCheckInLatest", last?.AddHours(1).AddMinutes(5));
        json.Raw("activeIncident", monitor.EnvironmentStatus is "error" or "missed_checkin" && last is { } from
            ? $$"""{"startingTimestamp":"{{from.ToSentry()}}","resolvingTimestamp":"{{from.AddDays(1).ToSentry()}}","brokenNotice":null}"""
            : "null");
        json.WriteEndObject();
    }
}
