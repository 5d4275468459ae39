using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>The owner of something: a team, a person, or null for nobody.</summary>
internal static class OwnerJson
{
    public static void Write(Utf8JsonWriter json, string name, SandboxOwner? owner)
    {
        json.WritePropertyName(name);
        if (owner is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", owner.Type);
        json.WriteString("id", owner.Id);
        json.WriteString("name", owner.Name);
        if (owner.Email is not null)
        {
            json.WriteString("email", owner.Email);
        }

        json.WriteEndObject();
    }
}
