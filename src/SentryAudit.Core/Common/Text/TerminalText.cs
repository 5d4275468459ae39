using System.Globalization;
using System.Text;

namespace SentryAudit.Common.Text;

/// <summary>
/// Makes text that Sentry's users chose (names, labels, versions, notes) safe to show in a terminal: an escape
/// sequence in a project name must not recolour, move or retitle an administrator's console.
/// </summary>
internal static class TerminalText
{
    /// <summary>Replaces control, bidirectional-override and line-breaking characters by U+FFFD; other text is returned as it is.</summary>
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

    // Format characters (Cf) hold the bidirectional overrides; the zero-width joiner is one too, and emoji need it.
    private static bool IsUnsafe(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character is not ('\u200C' or '\u200D'),
        _ => false,
    };
}
