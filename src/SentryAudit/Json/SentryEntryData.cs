using SentryAudit.Json;

namespace SentryAudit;

/// <summary>Turns the content of an event entry into PowerShell objects, for the property <c>Data</c> that the types file adds.</summary>
public static class SentryEntryData
{
    /// <summary>
    /// The content of the entry: objects with note properties, arrays, texts and numbers. An object is an ordered dictionary
    /// when PowerShell can't have its names: an empty name, or two names that differ only in case. As text, for example in a
    /// CSV file, objects and dictionaries are their JSON.
    /// </summary>
    public static object? Of(SentryEventEntry entry) => entry.Content is { } content ? JsonObjects.WithText(content.Json) : null;
}
