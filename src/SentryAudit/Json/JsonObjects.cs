using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;

namespace SentryAudit.Json;

/// <summary>
/// Turns JSON into values of PowerShell without losing anything. An object becomes an ordered dictionary when PowerShell
/// can't have its names: an empty name, or two names that differ only in case.
/// </summary>
internal static class JsonObjects
{
    // Every PowerShell object has members with these names already.
    private static readonly string[] Reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>Custom objects like those of <c>ConvertFrom-Json</c>.</summary>
    public static object? From(JsonElement json) => From(json, static _ => new PSObject());

    /// <summary>The same, but as text an object is its JSON, for example in a cell of a CSV file.</summary>
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

    // A double would round ids beyond 2^53.
    private static object FromNumber(JsonElement json) =>
        json.TryGetInt64(out var whole) ? whole
        : BigInteger.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big
        : json.GetDouble();
}
