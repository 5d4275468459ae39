using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox;

/// <summary>
/// How tests name endpoints: the template below <c>/api/0/</c>, whatever its placeholders are called, or <c>*</c> for all. A method
/// in front, for example <c>PUT organizations/{org}/</c>, means only that.
/// </summary>
internal static partial class EndpointName
{
    public static bool Covers(string name, string method, string? template)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var path = name[(space + 1)..];
        return (space < 0 || string.Equals(name[..space], method, StringComparison.OrdinalIgnoreCase))
            && (path is "*" || (template is not null && Normal(template) == Normal(path)));
    }

    private static string Normal(string name)
    {
        var path = name.TrimStart('/');
        path = path.StartsWith("api/0/", StringComparison.Ordinal) ? path["api/0/".Length..] : path;
        return Placeholder().Replace(path, "{}");
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
