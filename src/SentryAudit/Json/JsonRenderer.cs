using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>Makes output of JSON. A type of its own, so that importing the module does not load the JSON library to lay out a cmdlet.</summary>
internal delegate object? JsonRenderer(JsonElement json);
