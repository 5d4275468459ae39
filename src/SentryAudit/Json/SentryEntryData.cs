using SentryAudit.Json;

namespace SentryAudit;

/// <summary>Makes PowerShell objects of what is in an event's entry. For the property <c>Data</c> that the types file adds.</summary>
public static class SentryEntryData
{
    /// <summary>
    /// The entry's content: objects with note properties, arrays, texts, numbers. An object with names that PowerShell can't tell apart
    /// or has no word for (an empty one, or the same in upper and lower case) is an ordered dictionary, so that nothing is lost.
    /// As text, in a CSV file for one, objects and dictionaries read as their JSON.
    /// </summary>
    public static object? Of(SentryEventEntry entry) => entry.Content is { } content ? JsonObjects.WithText(content.Json) : null;
}
