using System.Text.Json.Nodes;
using NJsonSchema;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>Sentry's own description of its API, where there is one at hand.</summary>
internal static class OpenApiDocument
{
    public const string Variable = "SENTRY_OPENAPI";

    private static readonly Lazy<JsonObject> Document = new(() => JsonNode.Parse(File.ReadAllText(Path!))!.AsObject());

    public static string? Path => Environment.GetEnvironmentVariable(Variable);

    /// <summary>The schema of the 200 answer to a GET; null when the document does not describe the endpoint.</summary>
    public static async Task<JsonSchema?> ResponseSchemaAsync(string template, IEnumerable<KnownDeviation> deviations)
    {
        var content = Document.Value["paths"]?["/api/0/" + template]?["get"]?["responses"]?["200"]?["content"];
        if (content?["application/json"]?["schema"] is not { } described)
        {
            return null;
        }

        var schema = described.DeepClone();
        foreach (var deviation in deviations)
        {
            deviation.Apply(schema);
        }

        return await JsonSchema.FromJsonAsync(OpenApiToJsonSchema.Translate(schema)!.ToJsonString());
    }

    /// <summary>The document's name for one of the sandbox's templates.</summary>
    public static string NameOf(string template) => template
        .Replace("{org}", "{organization_id_or_slug}", StringComparison.Ordinal)
        .Replace("{project}", "{project_id_or_slug}", StringComparison.Ordinal)
        .Replace("{team}", "{team_id_or_slug}", StringComparison.Ordinal)
        .Replace("{member}", "{member_id}", StringComparison.Ordinal)
        .Replace("{workflow}", "{workflow_id}", StringComparison.Ordinal)
        .Replace("{issue}", "{issue_id}", StringComparison.Ordinal)
        .Replace("{event}", "{event_id}", StringComparison.Ordinal)
        .Replace("{detector}", "{detector_id}", StringComparison.Ordinal);
}
