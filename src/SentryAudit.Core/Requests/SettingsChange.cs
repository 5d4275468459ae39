using System.Globalization;
using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A change of settings. Null leaves a setting unchanged. Texts are trimmed, as Sentry does it too.</summary>
internal sealed class SettingsChange<T>
{
    private readonly List<(string Key, string Name, Func<T, string?> Old, string New, JsonNode Value)> _wanted = [];

    public bool IsEmpty => _wanted.Count == 0;

    public SettingsChange<T> Add(string key, string name, Func<T, bool?> old, bool? wanted) =>
        wanted is { } value ? Add(key, name, settings => Text(old(settings)), Text(value)!, value) : this;

    public SettingsChange<T> Add(string key, string name, Func<T, string?> old, string? wanted) =>
        wanted?.Trim() is { } text ? Add(key, name, settings => Text(old(settings)), Text(text)!, text) : this;

    public SettingsChange<T> Add(string key, string name, Func<T, int?> old, int? wanted) =>
        wanted is { } value ? Add(key, name, settings => Text(old(settings)), Text(value)!, value) : this;

    public SettingsChange<T> Add(string key, string name, Func<T, StringList?> old, string[]? wanted) =>
        wanted is not null
            ? Add(
                key,
                name,
                settings => Text(old(settings)),
                Text(wanted),
                new JsonArray([.. wanted.Select(item => JsonValue.Create(item))]))
            : this;

    /// <summary>The settings and their new values. A setting that Sentry does not report counts as different.</summary>
    public IEnumerable<PropertyChange> Differences(T settings) =>
        _wanted.Select(wanted => new PropertyChange(wanted.Name, wanted.Old(settings) ?? "unknown", wanted.New));

    public JsonObject ToBody() => new(_wanted.Select(wanted => KeyValuePair.Create(wanted.Key, (JsonNode?)wanted.Value.DeepClone())));

    private SettingsChange<T> Add(string key, string name, Func<T, string?> old, string text, JsonNode value)
    {
        _wanted.Add((key, name, old, text, value));
        return this;
    }

    private static string? Text(bool? value) => value switch { true => "on", false => "off", null => null };

    // Quotes distinguish the values "none" and "unknown" from the words for no value.
    private static string? Text(string? value) => value switch { "" => "none", "none" or "unknown" => $"'{value}'", _ => value };

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    // Quotes distinguish one value of two words from two values.
    private static string Text(IReadOnlyCollection<string> values) =>
        values.Count == 0 ? "none" : string.Join(' ', values.Select(value => value.Any(char.IsWhiteSpace) ? $"'{value}'" : Text(value)));

    private static string? Text(StringList? values) => values is null ? null : Text((IReadOnlyCollection<string>)values);
}
