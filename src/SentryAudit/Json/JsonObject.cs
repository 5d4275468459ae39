using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>The base object of a PowerShell object made from JSON. As text it is the JSON.</summary>
internal sealed class JsonObject(JsonElement json)
{
    public override string ToString() => JsonLine.Of(json);
}
