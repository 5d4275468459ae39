using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>What a user wrote through the older form. User and issue may both be unknown.</summary>
internal static class UserReportJson
{
    public static void Write(Utf8JsonWriter json, SandboxUserReport report, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, report);
        json.WritePropertyName("issue");
        if (report.Issue is null)
        {
            json.WriteNullValue();
        }
        else
        {
            IssueJson.WriteDeprecated(json, report.Issue, exchange);
        }

        json.WriteEndObject();
    }

    public static void WriteInEvent(Utf8JsonWriter json, SandboxUserReport report)
    {
        json.WriteStartObject();
        WriteFields(json, report);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxUserReport report)
    {
        json.WriteString("id", report.Id);
        json.WriteString("eventID", report.EventId);
        json.WriteString("name", report.Name);
        json.WriteString("email", report.Email);
        json.WriteString("comments", report.Comments);
        json.Date("dateCreated", report.DateCreated);
        json.Raw("user", report.HasUser
            ? """
              {"id":"70001","username":"rosa","email":"rosa@customer.example","name":null,"ipAddress":"203.0.113.9","avatarUrl":null}
              """
            : "null");
        json.WriteStartObject("event");
        json.WriteString("id", report.Issue is null ? null : report.EventId);
        json.WriteString("eventID", report.EventId);
        json.WriteEndObject();
    }
}
