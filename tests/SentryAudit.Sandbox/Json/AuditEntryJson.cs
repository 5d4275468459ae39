using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>An entry of the audit log. Its target is a user, the number of a user who is gone, or nobody.</summary>
internal static class AuditEntryJson
{
    public static void Write(Utf8JsonWriter json, SandboxAuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WritePropertyName("actor");
        if (entry.Actor is not null)
        {
            UserJson.Write(json, entry.Actor);
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("name", entry.ActorName);
            json.WriteEndObject();
        }

        json.WriteString("event", entry.Event);
        json.WriteString("ipAddress", entry.IpAddress);
        json.WriteString("note", entry.Note);
        json.Number("targetObject", entry.TargetObject);
        if (entry.TargetUser is not null)
        {
            json.WritePropertyName("targetUser");
            UserJson.Write(json, entry.TargetUser);
        }
        else
        {
            json.Number("targetUser", entry.TargetUserId);
        }

        json.WritePropertyName("data");
        JsonSerializer.Serialize(json, entry.Data);
        json.Date("dateCreated", entry.DateCreated);
        json.WriteEndObject();
    }
}
