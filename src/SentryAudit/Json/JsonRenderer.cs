using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>
/// Turns JSON into output. It is a type of its own because with <c>Func&lt;JsonElement, …&gt;</c> in a cmdlet, importing the
/// module would load the JSON library.
/// </summary>
internal delegate object? JsonRenderer(JsonElement json);
