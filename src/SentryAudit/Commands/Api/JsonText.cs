using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SentryAudit.Commands.Api;

/// <summary>Turns values of PowerShell into JSON. A string is taken as JSON.</summary>
internal static class JsonText
{
    private const int MostLevels = 32;

    /// <exception cref="SentryException">It is a text that is not JSON, or it has a value that JSON has no form for.</exception>
    public static string From(object body)
    {
        if ((body is PSObject wrapped ? wrapped.BaseObject : body) is not string text)
        {
            return Node(body, MostLevels)?.ToJsonString() ?? "null";
        }

        try
        {
            using var _ = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            // The message of the exception would quote the text, which may hold a secret.
            throw Invalid("The string given as -Body is not valid JSON.");
        }
    }

    /// <summary>A value as the text of a query parameter.</summary>
    public static string Plain(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static JsonNode? Node(object? value, int levels) =>
        levels == 0
            ? throw Invalid($"The value of -Body has more than {MostLevels} levels, or contains itself.")
            : value switch
            {
                PSObject { BaseObject: PSCustomObject } custom => Object(
                    custom.Properties.Select(property => (property.Name, (object?)property.Value)),
                    levels),
                PSObject wrapped => Node(wrapped.BaseObject, levels),
                null => null,
                string or char or Guid or Uri or Enum => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
                bool flag => JsonValue.Create(flag),
                SwitchParameter flag => JsonValue.Create(flag.IsPresent),
                DateTime or DateTimeOffset => JsonValue.Create(Plain(value)),
                byte or sbyte or short or ushort or int or uint or long or ulong or decimal or BigInteger => JsonNode.Parse(
                    Convert.ToString(value, CultureInfo.InvariantCulture)!),
                float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => JsonValue.Create(
                    Convert.ToDouble(value, CultureInfo.InvariantCulture)),
                IDictionary map => Object(map.Keys.Cast<object>().Select(key => (Plain(key), map[key])), levels),
                IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(item => Node(item, levels - 1))]),
                _ => throw Invalid($"The value of -Body contains a {value.GetType().Name}, which JSON has no form for."),
            };

    private static JsonObject Object(IEnumerable<(string Name, object? Value)> properties, int levels)
    {
        var result = new JsonObject();
        foreach (var (name, value) in properties)
        {
            result[name] = Node(value, levels - 1);
        }

        return result;
    }

    private static SentryException Invalid(string message) =>
        new(
            "InvalidApiBody",
            SentryErrorCategory.InvalidArgument,
            message,
            "Give a hashtable, an object with simple values, or a string of JSON.");
}
