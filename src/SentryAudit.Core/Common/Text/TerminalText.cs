using System.Globalization;
using System.Text;

namespace SentryAudit.Common.Text;

/// <summary>
/// Makes text that Sentry's users chose (names, labels, versions, notes) safe to show in a terminal: an escape sequence in the name of
/// a project must not change the colours, the cursor or the title of an administrator's console.
/// </summary>
internal static class TerminalText
{
    /// <summary>Replaces control characters, bidirectional overrides and line breaks by U+FFFD; other text stays unchanged.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.Any(IsUnsafe))
        {
            return text ?? "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            clean.Append(IsUnsafe(character) ? '\uFFFD' : character);
        }

        return clean.ToString();
    }

    // The bidirectional overrides are format characters (Cf). So are the zero-width joiners, which emoji and some scripts need.
    private static bool IsUnsafe(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character is not ('\u200C' or '\u200D'),
        _ => false,
    };
}
