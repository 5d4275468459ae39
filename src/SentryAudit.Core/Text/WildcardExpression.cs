using System.Text;
using System.Text.RegularExpressions;

namespace SentryAudit.Text;

/// <summary>
/// PowerShell's wildcards (<c>*</c>, <c>?</c>, <c>[a-z]</c>, backtick escapes), case-insensitive, without PowerShell:
/// Core filters listings and does not know the engine.
/// </summary>
internal sealed class WildcardExpression
{
    private static readonly char[] Special = ['*', '?', '[', '`'];
    private readonly Regex _regex;

    public WildcardExpression(string pattern) =>
        _regex = new Regex(Translate(pattern), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    public static bool IsWildcard(string text) => text.IndexOfAny(Special) >= 0;

    public bool IsMatch(string? text) => text is not null && _regex.IsMatch(text);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', i + 1) : -1;
            if (pattern[i] == '`' && i + 1 < pattern.Length)
            {
                regex.Append(Regex.Escape(pattern[++i].ToString()));
            }
            else if (close > i + 1)
            {
                regex.Append('[').Append(pattern[(i + 1)..close].Replace(@"\", @"\\", StringComparison.Ordinal).Replace("^", @"\^", StringComparison.Ordinal)
                    .Replace("[", @"\[", StringComparison.Ordinal)).Append(']');
                i = close;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }
}
