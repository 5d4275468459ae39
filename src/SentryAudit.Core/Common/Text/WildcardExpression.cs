using System.Text;
using System.Text.RegularExpressions;

namespace SentryAudit.Common.Text;

/// <summary>
/// PowerShell's wildcards (<c>*</c>, <c>?</c>, <c>[a-z]</c>, backtick escapes), case-insensitive. Core filters listings with them and
/// does not reference PowerShell. Brackets that PowerShell would not accept are ordinary characters.
/// </summary>
internal sealed class WildcardExpression
{
    private static readonly char[] Special = ['*', '?', '[', '`'];
    private readonly Regex _regex;

    // With NonBacktracking, the time of a match is proportional to the text, whatever the pattern is.
    public WildcardExpression(string pattern) =>
        _regex = new Regex(
            Translate(pattern),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    public static bool IsWildcard(string text) => text.IndexOfAny(Special) >= 0;

    public bool IsMatch(string? text) => text is not null && _regex.IsMatch(text);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '`')
            {
                regex.Append(Regex.Escape(Character(pattern, ref i).ToString()));
                i--;
            }
            else if (pattern[i] == '[' && ReadSet(pattern, i + 1) is var (set, end))
            {
                regex.Append('[').Append(set).Append(']');
                i = end;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.Append(@"\z").ToString();
    }

    /// <summary>
    /// Reads the characters and ranges up to the closing bracket; null if there is none, or if a range is in reverse. Right after the
    /// opening bracket, a closing one is an ordinary character.
    /// </summary>
    private static (string Set, int End)? ReadSet(string pattern, int start)
    {
        var set = new StringBuilder();
        var i = start;
        while (i < pattern.Length)
        {
            if (pattern[i] == ']' && i > start)
            {
                return (set.ToString(), i);
            }

            var low = Character(pattern, ref i);
            set.Append(InSet(low));
            if (i + 1 < pattern.Length && pattern[i] == '-' && pattern[i + 1] != ']')
            {
                i++;
                var high = Character(pattern, ref i);
                if (high < low)
                {
                    return null;
                }

                set.Append('-').Append(InSet(high));
            }
        }

        return null;
    }

    /// <summary>The character at a place, or the character that a backtick there escapes; moves the place behind it.</summary>
    private static char Character(string pattern, ref int place)
    {
        place += pattern[place] == '`' && place + 1 < pattern.Length ? 2 : 1;
        return pattern[place - 1];
    }

    private static string InSet(char character) => character is '\\' or '^' or '-' or '[' or ']' ? $@"\{character}" : character.ToString();
}
