using System.Text.Json.Nodes;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// A place where Sentry's document is wrong about Sentry. The path leads through the schema by property name; <c>*</c> steps into
/// the items of an array.
/// </summary>
internal sealed record KnownDeviation(string Endpoint, string Path, DeviationKind Kind, string Reason)
{
    public void Apply(JsonNode schema)
    {
        var steps = Path.Split('/');
        foreach (var parent in Descend([schema], steps[..^1]))
        {
            Loosen(parent.AsObject(), steps[^1]);
        }
    }

    private static List<JsonNode> Descend(List<JsonNode> nodes, string[] steps)
    {
        foreach (var step in steps)
        {
            nodes = [.. nodes.SelectMany(Alternatives).Select(node => Child(node, step)).OfType<JsonNode>()];
        }

        return [.. nodes.SelectMany(Alternatives)];
    }

    private static JsonNode? Child(JsonNode node, string step) =>
        step is "*" ? node["items"] : node["properties"]?.AsObject()[step];

    private static IEnumerable<JsonNode> Alternatives(JsonNode node) =>
        new[] { "anyOf", "oneOf", "allOf" }
            .SelectMany(key => node[key]?.AsArray() ?? [])
            .OfType<JsonNode>()
            .SelectMany(Alternatives)
            .Prepend(node);

    private void Loosen(JsonObject parent, string name)
    {
        switch (Kind)
        {
            case DeviationKind.Nullable when Child(parent, name) is JsonObject property:
                property["nullable"] = true;
                break;
            case DeviationKind.Empty when Child(parent, name) is JsonObject property:
                var nothing = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
                parent["properties"]![name] = new JsonObject { ["anyOf"] = new JsonArray(property.DeepClone(), nothing) };
                break;
            case DeviationKind.Several when Child(parent, name) is JsonObject property:
                parent["properties"]![name] = new JsonObject { ["type"] = "array", ["items"] = property.DeepClone() };
                break;
            case DeviationKind.Different when Child(parent, name) is JsonObject:
                parent["properties"]![name] = new JsonObject();
                break;
            case DeviationKind.Optional when parent["required"] is JsonArray required:
                var others = required.Where(key => key?.GetValue<string>() != name);
                parent["required"] = new JsonArray([.. others.Select(key => key?.DeepClone())]);
                break;
            default:
                break;
        }
    }
}
