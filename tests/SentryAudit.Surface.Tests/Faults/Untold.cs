using System.Text.Json.Nodes;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>Answers of 200 in which an item can't be told.</summary>
internal static class Untold
{
    // What items are known by, in one list or another.
    private static readonly string[] Keys = ["id", "uuid", "slug", "version", "eventID", "public", "hash"];

    /// <summary>Ways in which an item can't be told, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<JsonNode?, JsonNode?>> Ways =
        new Dictionary<string, Func<JsonNode?, JsonNode?>>(StringComparer.Ordinal)
        {
            ["null"] = static _ => null,
            ["no key"] = static item => WithKeys(item, static (json, key) => json.Remove(key)),
            ["null as key"] = static item => WithKeys(item, static (json, key) => json[key] = null),
            ["an empty key"] = static item => WithKeys(item, static (json, key) => json[key] = ""),
            ["a key of another kind"] = static item => WithKeys(item, static (json, key) => json[key] = new JsonObject()),
        };

    /// <summary>The normal answers, in which what is the first item of the first one can't be told.</summary>
    public static Fault Make(string way)
    {
        string? untold = null;
        return Fault.Body(body =>
        {
            var json = JsonNode.Parse(body)!;
            var items = json as JsonArray ?? json["rows"]!.AsArray();
            untold ??= items[0]!.ToJsonString();
            var index = items.Select(item => item!.ToJsonString()).ToList().IndexOf(untold);
            if (index >= 0)
            {
                var item = items[index];
                items[index] = null;
                items[index] = Ways[way](item);
            }

            return json.ToJsonString();
        });
    }

    private static JsonNode? WithKeys(JsonNode? item, Action<JsonObject, string> change)
    {
        foreach (var key in Keys.Where(key => item![key] is not null))
        {
            change(item!.AsObject(), key);
        }

        return item;
    }
}
