using System.Globalization;
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
    public static Task<JsonSchema?> ResponseSchemaAsync(string template, IEnumerable<KnownDeviation> deviations) =>
        ResponseSchemaAsync("GET", template, 200, deviations);

    /// <summary>The schema of an answer; null when the document describes no such answer, or an empty one.</summary>
    public static Task<JsonSchema?> ResponseSchemaAsync(
        string method,
        string template,
        int status,
        IEnumerable<KnownDeviation> deviations
    ) => SchemaAsync(Operation(method, template)?["responses"]?[status.ToString(CultureInfo.InvariantCulture)], deviations);

    /// <summary>The schema of what a write sends; null when it sends nothing.</summary>
    public static Task<JsonSchema?> RequestSchemaAsync(string method, string template, IEnumerable<KnownDeviation> deviations) =>
        SchemaAsync(Operation(method, template)?["requestBody"], deviations);

    /// <summary>The statuses the document knows; none when it does not know the endpoint.</summary>
    public static IReadOnlyList<string> Statuses(string method, string template) =>
        [.. Operation(method, template)?["responses"]?.AsObject().Select(pair => pair.Key) ?? []];

    private static JsonNode? Operation(string method, string template) =>
        Document.Value["paths"]?["/api/0/" + template]?[method.ToLowerInvariant()];

    private static async Task<JsonSchema?> SchemaAsync(JsonNode? holder, IEnumerable<KnownDeviation> deviations)
    {
        if (holder?["content"]?["application/json"]?["schema"] is not { } described)
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
        .Replace("{detector}", "{detector_id}", StringComparison.Ordinal)
        .Replace("{key}", "{key_id}", StringComparison.Ordinal);
}
