using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Api;

/// <summary>
/// The JSON object of a write, read field by field. What is wrong with it is collected and refused at once, in the words of
/// Sentry's serializers: <c>{"field":["…"]}</c>.
/// </summary>
internal sealed class RequestBody(JsonElement fields)
{
    private readonly Dictionary<string, List<string>> _mistakes = new(StringComparer.Ordinal);

    public bool Has(string name) => fields.TryGetProperty(name, out _);

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The field as sent; null when it is missing, or null.</summary>
    public JsonElement? Raw(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>Text, or a number, which Sentry takes for text.</summary>
    public string? Text(string name, bool required = false, int most = int.MaxValue, bool blank = false, bool nullable = false)
    {
        if (Present(name, required, nullable) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return Wrong<string>(name, "Not a valid string.");
        }

        var text = value.ToString().Trim();
        return text.Length == 0 && !blank ? Wrong<string>(name, "This field may not be blank.")
            : text.Length > most
                ? Wrong<string>(name, string.Create(CultureInfo.InvariantCulture, $"Ensure this field has no more than {most} characters."))
            : text;
    }

    public bool? Flag(string name, bool required = false) => Present(name, required, nullable: false) is not { } value
        ? null
        : value.ToString() switch
        {
            "True" or "true" or "1" or "yes" or "on" => true,
            "False" or "false" or "0" or "no" or "off" => false,
            _ => Wrong<bool?>(name, "Must be a valid boolean."),
        };

    public long? Number(string name, long least = long.MinValue, long most = long.MaxValue, bool required = false, bool nullable = false)
    {
        if (Present(name, required, nullable) is not { } value)
        {
            return null;
        }

        return value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
            || !long.TryParse(
                value.ToString(),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
                ? Wrong<long?>(name, "A valid integer is required.")
            : number < least
                ? Wrong<long?>(name, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is greater than or equal to {least}."))
            : number > most
                ? Wrong<long?>(name, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is less than or equal to {most}."))
            : number;
    }

    public string? Choice(string name, IEnumerable<string> choices, bool required = false, bool nullable = false) =>
        Text(name, required, blank: true, nullable: nullable) is not { } text ? null
        : choices.Contains(text, StringComparer.Ordinal) ? text
        : Wrong<string>(name, $"\"{text}\" is not a valid choice.");

    public DateTimeOffset? Date(string name) =>
        Text(name, nullable: true) is not { } text ? null
        : DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date)
            ? date
            : Wrong<DateTimeOffset?>(name, "Datetime has wrong format. Use one of these formats instead: "
                + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");

    public IReadOnlyList<JsonElement>? Items(string name, bool required = false, bool nullable = false) =>
        Present(name, required, nullable) is not { } value ? null
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : Wrong<IReadOnlyList<JsonElement>>(name, $"Expected a list of items but got type \"{PythonType.Of(value)}\".");

    public IReadOnlyList<string>? Texts(string name, bool required = false) =>
        Items(name, required)?.Select(item => item.ToString()).ToList();

    public void Mistake(string name, string message)
    {
        _mistakes.TryAdd(name, []);
        _mistakes[name].Add(message);
    }

    public void ThrowIfWrong()
    {
        if (_mistakes.Count > 0)
        {
            throw ApiError.Invalid(_mistakes);
        }
    }

    private JsonElement? Present(string name, bool required, bool nullable)
    {
        if (!fields.TryGetProperty(name, out var value))
        {
            return required ? Wrong<JsonElement?>(name, "This field is required.") : null;
        }

        return value.ValueKind is not JsonValueKind.Null ? value
            : nullable ? null
            : Wrong<JsonElement?>(name, "This field may not be null.");
    }

    private T? Wrong<T>(string name, string message)
    {
        Mistake(name, message);
        return default;
    }
}
