using System.Collections.Specialized;
using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>A JSON object with names that a PowerShell object can't have.</summary>
internal sealed class JsonDictionary(JsonElement json) : OrderedDictionary(StringComparer.Ordinal)
{
    public override string ToString() => JsonLine.Of(json);
}
