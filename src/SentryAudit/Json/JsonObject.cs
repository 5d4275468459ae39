using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>What stands below the note properties of an object made of JSON: nothing but its text.</summary>
internal sealed class JsonObject(JsonElement json)
{
    public override string ToString() => JsonLine.Of(json);
}
