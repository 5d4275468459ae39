using System.Text.Json;

namespace SentryAudit.Models;

/// <summary>What Sentry sent as an entry's content. A class, so that importing the module does not load the JSON library to lay out an entry.</summary>
internal sealed class EntryContent(JsonElement json)
{
    public JsonElement Json { get; } = json;
}
