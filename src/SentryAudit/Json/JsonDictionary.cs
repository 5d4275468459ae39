using System.Collections.Specialized;
using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>An object made of JSON whose names no PowerShell object can have.</summary>
internal sealed class JsonDictionary(JsonElement json) : OrderedDictionary(StringComparer.Ordinal)
{
    public override string ToString() => JsonLine.Of(json);
}
