using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox.Searching;

/// <summary>How values are compared in a search.</summary>
internal static class Match
{
    public static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static bool Part(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>An asterisk stands for anything, unless a backslash is before it.</summary>
    public static bool Wildcard(string? text, string pattern)
    {
        var regex = Regex.Escape(pattern)
            .Replace(@"\\\*", "\0", StringComparison.Ordinal)
            .Replace(@"\*", ".*", StringComparison.Ordinal)
            .Replace("\0", @"\*", StringComparison.Ordinal)
            .Replace(@"\\""", "\"", StringComparison.Ordinal);
        return text is not null && Regex.IsMatch(text, $"^{regex}$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    /// <summary><c>true</c> and <c>false</c>; anything else matches nothing.</summary>
    public static bool Flag(bool actual, string value) => bool.TryParse(value, out var wanted) && wanted == actual;
}
