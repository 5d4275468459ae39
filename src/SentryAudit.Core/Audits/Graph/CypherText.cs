using System.Globalization;
using System.Text;

namespace SentryAudit.Audits.Graph;

/// <summary>Writes literals of Cypher. Text that Sentry's users chose stays text on one line, whatever it contains.</summary>
internal static class CypherText
{
    public static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        var afterBackslash = false;
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' => quoted.Append(@"\\"),
                '\'' => quoted.Append(@"\'"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),

                // Neo4j replaces \uXXXX before it parses the script, so such a text must be prevented from becoming an escape.
                'u' when afterBackslash => quoted.Append(@"\u0075"),
                _ when IsHidden(character) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
            afterBackslash = character == '\\';
        }

        return quoted.Append('\'').ToString();
    }

    private static bool IsHidden(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
