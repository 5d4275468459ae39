using System.Text.Json;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Json;

/// <summary>Somebody seen in events. Whatever the events did not say is null.</summary>
internal static class EndUserJson
{
    public static void Write(Utf8JsonWriter json, EndUser user)
    {
        json.WriteStartObject();
        json.WriteString("id", user.Id);
        json.WriteString("tagValue", user.TagValue);
        json.WriteString("identifier", user.Id);
        json.WriteString("username", user.Username);
        json.WriteString("email", user.Email);
        json.WriteString("name", user.Name);
        json.WriteString("ipAddress", user.IpAddress);
        json.WriteString("avatarUrl", "https://gravatar.example/avatar/" + user.Hash);
        json.WriteString("hash", user.Hash);
        json.WriteNull("dateCreated");
        json.WriteEndObject();
    }
}
