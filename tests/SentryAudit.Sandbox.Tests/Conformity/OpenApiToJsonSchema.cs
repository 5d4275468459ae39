using System.Text.Json.Nodes;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// OpenAPI 3.0 is almost JSON Schema. What differs and Sentry uses: <c>nullable</c>, and keys JSON Schema would not understand.
/// </summary>
internal static class OpenApiToJsonSchema
{
    private static readonly string[] NotJsonSchema = ["nullable", "example", "examples", "discriminator", "xml", "externalDocs"];

    public static JsonNode? Translate(JsonNode? node) => node switch
    {
        JsonObject schema => TranslateSchema(schema),
        JsonArray list => new JsonArray([.. list.Select(Translate)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject TranslateSchema(JsonObject schema)
    {
        var translated = new JsonObject();
        foreach (var (key, value) in schema)
        {
            if (key is "properties" && value is JsonObject properties)
            {
                // Names of properties are not keywords: one may well be called "example".
                translated[key] = new JsonObject(properties.Select(pair => KeyValuePair.Create(pair.Key, Translate(pair.Value))));
            }
            else if (!NotJsonSchema.Contains(key, StringComparer.Ordinal))
            {
                translated[key] = Translate(value);
            }
        }

        return schema["nullable"]?.GetValue<bool>() is true
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, translated) }
            : translated;
    }
}
