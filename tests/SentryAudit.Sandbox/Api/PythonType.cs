using System.Text.Json;

namespace SentryAudit.Sandbox.Api;

/// <summary>What Python calls the type of a JSON value: Sentry's errors quote it.</summary>
internal static class PythonType
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        JsonValueKind.String => "str",
        JsonValueKind.Number => "int",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "NoneType",
    };
}
