using System.Text.RegularExpressions;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>
/// The module manifest, read as text, because there is no PowerShell here to evaluate it.
/// It holds only literals, so that is enough.
/// </summary>
internal static partial class Manifest
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("SentryAudit.psd1"));

    /// <summary>The literal a key is set to; null without that key.</summary>
    public static string? Value(string key) => Scalar(key).Match(Text) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>The texts of an array; null without that key.</summary>
    public static string[]? List(string key) => Array(key).Match(Text) is { Success: true } match
        ? [.. Literal().Matches(match.Groups["items"].Value).Select(item => item.Groups["value"].Value)]
        : null;

    private static Regex Scalar(string key) =>
        new($@"^\s*{key}\s*=\s*'(?<value>[^']*)'\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static Regex Array(string key) =>
        new($@"^\s*{key}\s*=\s*@\((?<items>[^)]*)\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("'(?<value>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
