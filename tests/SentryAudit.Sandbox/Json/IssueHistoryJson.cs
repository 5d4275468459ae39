using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>What happened to an issue so far, and who did it.</summary>
internal static class IssueHistoryJson
{
    public static void Write(Utf8JsonWriter json, SandboxIssue issue, SandboxUser actor)
    {
        json.WriteStartArray("activity");
        if (issue.Status is "resolved")
        {
            json.WriteStartObject();
            json.WriteString("id", issue.Id + "2");
            json.WritePropertyName("user");
            UserJson.Write(json, actor);
            json.WriteString("type", "set_resolved");
            json.Raw("data", "{}");
            json.Date("dateCreated", issue.LastSeen);
            json.WriteEndObject();
        }

        json.WriteStartObject();
        json.WriteString("id", "0");
        json.WriteNull("user");
        json.WriteString("type", "first_seen");
        json.Raw("data", """{"priority":"high"}""");
        json.Date("dateCreated", issue.FirstSeen);
        json.WriteEndObject();
        json.WriteEndArray();
        json.Raw("seenBy", "[]");
        json.Raw("participants", "[]");
        json.Raw("tags", "[]");
        json.Raw("pluginActions", "[]");
        json.WriteNumber("userReportCount", issue.UserCount % 2);
        json.WriteNull("firstRelease");
        json.WriteNull("lastRelease");
    }
}
