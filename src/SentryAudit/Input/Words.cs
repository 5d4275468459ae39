using System.Text.RegularExpressions;

namespace SentryAudit.Input;

/// <summary>Names of types and parameters as words: <c>SentryTeamMember</c> is a team member.</summary>
internal static partial class Words
{
    private const string Prefix = "Sentry";

    public static string Of(string name) =>
        Inner()
            .Replace(name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length ? name[Prefix.Length..] : name, " $0")
            .ToLowerInvariant();

    public static string Plural(string name)
    {
        var words = Of(name);
        return words.EndsWith('y') && !words.EndsWith("ey", StringComparison.Ordinal) ? $"{words[..^1]}ies" : $"{words}s";
    }

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Names in a sentence: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names, string word) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {word} {names[^1]}";

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inner();
}
