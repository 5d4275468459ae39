using System.Globalization;
using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>
/// Renders values for the format views: unknown reads as <c>?</c>, times are UTC, and text that Sentry's users chose
/// can't carry control sequences into the terminal.
/// </summary>
public static class SentryView
{
    private const string Unknown = "?";

    /// <summary><c>yes</c>, <c>no</c>, or <c>?</c> when not known.</summary>
    public static string Flag(bool? value) => Flag(value, Unknown);

    /// <summary><c>yes</c>, <c>no</c>, or a word for why it is not known.</summary>
    public static string Flag(bool? value, string absent) => value switch { true => "yes", false => "no", null => absent };

    /// <summary>A time as <c>2026-08-02 18:25</c> in UTC; <c>?</c> when not known.</summary>
    public static string Time(DateTimeOffset? value) => Time(value, Unknown);

    /// <summary>A time in UTC, or a word for its absence where that has a meaning.</summary>
    public static string Time(DateTimeOffset? value, string absent) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? absent;

    /// <summary>A number; <c>?</c> when not known.</summary>
    public static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>Text without control characters; empty when there is none.</summary>
    public static string Text(object? value) => TerminalText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture));

    /// <summary>A list joined by commas, without control characters; <c>none</c> without items, <c>?</c> when not known.</summary>
    public static string List(StringList? value) =>
        value switch
        {
            null => Unknown,
            [] => "none",
            _ => TerminalText.Clean(value.ToString()),
        };
}
