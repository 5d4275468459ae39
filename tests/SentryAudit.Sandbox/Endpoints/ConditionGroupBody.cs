using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Conditions and actions of an alert in the body of a write. Sentry takes names in camel case and in snake case.</summary>
internal static class ConditionGroupBody
{
    public static SandboxConditionGroup Read(Exchange exchange, JsonElement sent)
    {
        var group = new SandboxConditionGroup(exchange.World.Estate.NextKey(), Text(sent, "logicType", "logic_type") ?? "any-short");
        group.Conditions.AddRange(Items(sent, "conditions").Select(condition => new SandboxCondition(
            exchange.World.Estate.NextKey(),
            Text(condition, "type") ?? "",
            Raw(condition, "comparison")?.GetRawText() ?? "true",
            (Raw(condition, "conditionResult") ?? Raw(condition, "condition_result"))?.GetRawText() ?? "true")));
        group.Actions.AddRange(Items(sent, "actions").Select(action => new SandboxAction(
            exchange.World.Estate.NextKey(),
            Text(action, "type") ?? "",
            Raw(action, "config") is { } target ? Text(target, "targetType", "target_type") : null,
            Raw(action, "config") is { } to ? Text(to, "targetIdentifier", "target_identifier") : null,
            Raw(action, "config") is { } shown ? Text(shown, "targetDisplay", "target_display") : null,
            Text(action, "integrationId", "integration_id"))));
        return group;
    }

    private static JsonElement? Raw(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    private static string? Text(JsonElement parent, params IEnumerable<string> spellings) =>
        spellings.Select(name => Raw(parent, name)?.ToString()).FirstOrDefault(text => text is not null);

    private static JsonElement[] Items(JsonElement parent, string name) =>
        Raw(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
