using System.Collections.Specialized;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;

namespace SentryAudit.Commands.Api;

/// <summary>Turns JSON into what PowerShell works with, without losing anything.</summary>
internal static class JsonObjects
{
    // Every object has members of these names already.
    private static readonly string[] Reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    public static object? From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json),
        JsonValueKind.Array => json.EnumerateArray().Select(From).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(json),
        _ => null,
    };

    private static object Object(JsonElement json)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (json.EnumerateObject().Any(property => property.Name.Length == 0 || Reserved.Contains(property.Name, StringComparer.OrdinalIgnoreCase) || !names.Add(property.Name)))
        {
            // A PSObject can't have a property without a name, nor two that differ by case only; such a dictionary can.
            var dictionary = new OrderedDictionary(StringComparer.Ordinal);
            foreach (var property in json.EnumerateObject())
            {
                dictionary[property.Name] = From(property.Value);
            }

            return dictionary;
        }

        var result = new PSObject();
        foreach (var property in json.EnumerateObject())
        {
            result.Properties.Add(new PSNoteProperty(property.Name, From(property.Value)));
        }

        return result;
    }

    // Ids beyond 2^53 keep all their digits.
    private static object Number(JsonElement json) =>
        json.TryGetInt64(out var whole) ? whole
        : BigInteger.TryParse(json.GetRawText(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var big) ? big
        : json.GetDouble();
}
