using System.Globalization;
using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>
/// Renders values for the format views: unknown is shown as <c>?</c>, times are UTC, and text that Sentry's users chose can't send
/// control sequences to the terminal.
/// </summary>
public static class SentryView
{
    private const string Unknown = "?";

    /// <summary><c>yes</c>, <c>no</c>, or <c>?</c> if it is not known.</summary>
    public static string Flag(bool? value) => Flag(value, Unknown);

    /// <summary><c>yes</c>, <c>no</c>, or a word that says why it is not known.</summary>
    public static string Flag(bool? value, string absent) => value switch { true => "yes", false => "no", null => absent };

    /// <summary>A time in UTC, for example <c>2026-08-02 18:25</c>; <c>?</c> if it is not known.</summary>
    public static string Time(DateTimeOffset? value) => Time(value, Unknown);

    /// <summary>A time in UTC, or a word that says what its absence means.</summary>
    public static string Time(DateTimeOffset? value, string absent) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? absent;

    /// <summary>A number; <c>?</c> if it is not known.</summary>
    public static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>Text without control characters; empty for null.</summary>
    public static string Text(object? value) => TerminalText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture));

    /// <summary>A list joined by commas, without control characters; <c>none</c> without items, <c>?</c> if it is not known.</summary>
    public static string List(StringList? value) =>
        value switch
        {
            null => Unknown,
            [] => "none",
            _ => TerminalText.Clean(value.ToString()),
        };

    /// <summary>Every property of an object as a line, for example <c>Has2FA = yes</c>.</summary>
    public static IEnumerable<string> Lines(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return
            from property in value.GetType().GetProperties()
            select $"{property.Name} = {Of(property.PropertyType, property.GetValue(value))}";
    }

    private static string Of(Type type, object? value) =>
        value switch
        {
            null when type == typeof(string) => "",
            null => Unknown,
            bool flag => Flag(flag),
            DateTimeOffset time => Time(time),
            StringList list => List(list),
            string text => Text(text),
            System.Collections.IEnumerable several => string.Join(", ", several.Cast<object?>().Select(Text)),
            _ => Text(value),
        };
}
