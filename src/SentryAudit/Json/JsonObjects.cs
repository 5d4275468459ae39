using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>
/// Turns JSON into what PowerShell works with, without losing anything. An object with names that PowerShell can't tell apart
/// or has no word for (an empty one, or the same in upper and lower case) becomes an ordered dictionary.
/// </summary>
internal static class JsonObjects
{
    // Every object has members of these names already.
    private static readonly string[] Reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>Plain custom objects, as <c>ConvertFrom-Json</c> makes them.</summary>
    public static object? From(JsonElement json) => From(json, static _ => new PSObject());

    /// <summary>The same, whose objects read as their JSON when they are made text, as in a cell of a CSV file.</summary>
    public static object? WithText(JsonElement json) => From(json, static json => new PSObject(new JsonObject(json)));

    private static object? From(JsonElement json, Func<JsonElement, PSObject> make) => json.ValueKind switch
    {
        JsonValueKind.Object => FromObject(json, make),
        JsonValueKind.Array => json.EnumerateArray().Select(item => From(item, make)).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => FromNumber(json),
        _ => null,
    };

    private static object FromObject(JsonElement json, Func<JsonElement, PSObject> make)
    {
        var names = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase) { "" };
        if (!json.EnumerateObject().All(property => names.Add(property.Name)))
        {
            var dictionary = new JsonDictionary(json);
            foreach (var property in json.EnumerateObject())
            {
                dictionary[property.Name] = From(property.Value, make);
            }

            return dictionary;
        }

        var made = make(json);
        foreach (var property in json.EnumerateObject())
        {
            made.Properties.Add(new PSNoteProperty(property.Name, From(property.Value, make)));
        }

        return made;
    }

    // Ids beyond 2^53 keep all their digits.
    private static object FromNumber(JsonElement json) =>
        json.TryGetInt64(out var whole) ? whole
        : BigInteger.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big
        : json.GetDouble();
}
