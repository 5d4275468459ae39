namespace SentryAudit.Sandbox.Searching;

/// <summary>How values are compared in a search.</summary>
internal static class Match
{
    public static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static bool Part(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary><c>true</c> and <c>false</c>; anything else matches nothing.</summary>
    public static bool Flag(bool actual, string value) => bool.TryParse(value, out var wanted) && wanted == actual;
}
