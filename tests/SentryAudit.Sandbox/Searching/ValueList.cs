using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox.Searching;

/// <summary>Several values of one key: <c>["a","b c",d]</c>.</summary>
internal static partial class ValueList
{
    /// <summary>The values of a list; the value itself when it is none.</summary>
    public static IEnumerable<string> Of(string value) =>
        value is ['[', .., ']']
            ? Item()
                .Matches(value[1..^1])
                .Select(item => item.Groups["quoted"] is { Success: true } quoted ? quoted.Value : item.Value.Trim())
            : [value];

    [GeneratedRegex("""
        "(?<quoted>(\\.|[^"\\])*)"|[^,"\s][^,"]*
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Item();
}
