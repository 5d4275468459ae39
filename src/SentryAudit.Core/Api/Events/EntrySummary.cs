using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Api.Events;

/// <summary>An entry of an event in one line. Entries come from applications: anything may be missing or of another kind.</summary>
internal static class EntrySummary
{
    private const int Longest = 200;

    public static string? Of(string type, JsonElement data)
    {
        var text = type switch
        {
            "exception" => Exceptions(data),
            "breadcrumbs" => Counted(Items(data, "values"), "breadcrumb", item => Text(item, "message") ?? Text(item, "category")),
            "request" => Join(" ", Text(data, "method"), Text(data, "url")),
            "message" => Text(data, "formatted") ?? Text(data, "message"),
            "stacktrace" => Frame(data),
            "threads" => Counted(Items(data, "values"), "thread", item => Text(item, "name") ?? Text(item, "id")),
            "spans" => Counted(Items(data, null), "span", item => Join(" ", Text(item, "op"), Text(item, "description"))),
            "csp" => Join(" blocked ", Text(data, "effective_directive") ?? Text(data, "violated_directive"), Text(data, "blocked_uri")),
            _ => null,
        };
        return (text ?? Plain(data)) is { } line ? OneLine(line) : null;
    }

    // The last exception is the one that was not handled; those before it caused it.
    private static string? Exceptions(JsonElement data)
    {
        var last = Items(data, "values").LastOrDefault(item => Text(item, "type") is not null || Text(item, "value") is not null);
        return Join(": ", Text(last, "type"), Text(last, "value"));
    }

    private static string? Frame(JsonElement data)
    {
        var frames = Items(data, "frames");
        var frame = frames.LastOrDefault(item =>
            item.ValueKind is JsonValueKind.Object && item.TryGetProperty("inApp", out var inApp) && inApp.ValueKind is JsonValueKind.True);
        frame = frame.ValueKind is JsonValueKind.Undefined ? frames.LastOrDefault() : frame;
        return Join(" in ", Text(frame, "function"), Join(":", Text(frame, "filename") ?? Text(frame, "module"), Text(frame, "lineNo")));
    }

    private static string Counted(JsonElement[] all, string what, Func<JsonElement, string?> tell)
    {
        var last = all.Length == 0 ? null : tell(all[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Length} {what}{(all.Length == 1 ? "" : "s")}{(last is null ? "" : $", the last: {last}")}");
    }

    private static string? Plain(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Object => Join(", ", [.. data.EnumerateObject().Select(property => property.Name).Where(name => name.Length > 0)]),
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"{data.GetArrayLength()} items"),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => data.ToString(),
    };

    private static JsonElement[] Items(JsonElement data, string? name)
    {
        var list =
            name is null ? data
            : data.ValueKind is JsonValueKind.Object && data.TryGetProperty(name, out var found) ? found
            : default;
        return list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
    }

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind is JsonValueKind.Object
        && data.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString().OrNull()
            : null;

    private static string? Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => part is not null)).OrNull();

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
    }
}
