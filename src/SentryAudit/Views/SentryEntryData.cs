using System.Management.Automation;
using System.Text.Json;

namespace SentryAudit;

/// <summary>Makes PowerShell objects of what is in an event's entry. For the property <c>Data</c> that the types file adds.</summary>
public static class SentryEntryData
{
    /// <summary>
    /// The entry's content: objects with note properties, arrays, texts, numbers. An object with names that PowerShell can't tell apart
    /// or has no word for (an empty one, or the same in upper and lower case) is an ordered dictionary, so that nothing is lost.
    /// As text, in a CSV file for one, objects and dictionaries read as their JSON.
    /// </summary>
    public static object? Of(SentryEventEntry entry) => Convert(entry.Content);

    private static object? Convert(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => FromObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Convert).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object FromObject(JsonElement json)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (json.EnumerateObject().Any(property => property.Name.Length == 0 || !names.Add(property.Name)))
        {
            var dictionary = new JsonDictionary(json);
            foreach (var property in json.EnumerateObject())
            {
                dictionary[property.Name] = Convert(property.Value);
            }

            return dictionary;
        }

        var made = new PSObject(new JsonObject(json));
        foreach (var property in json.EnumerateObject())
        {
            made.Properties.Add(new PSNoteProperty(property.Name, Convert(property.Value)));
        }

        return made;
    }
}
