using System.Text.Json;

namespace SentryAudit.Models;

/// <summary>
/// The content of an entry, as Sentry sent it. With this class around the struct <see cref="JsonElement"/>, importing the module does not
/// load the JSON library.
/// </summary>
internal sealed class EntryContent(JsonElement json)
{
    public JsonElement Json { get; } = json;
}
