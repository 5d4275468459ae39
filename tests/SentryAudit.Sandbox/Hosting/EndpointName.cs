using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox;

/// <summary>How tests name endpoints: the template below <c>/api/0/</c>, whatever its placeholders are called.</summary>
internal static partial class EndpointName
{
    public static bool Same(string? template, string name) => template is not null && Normal(template) == Normal(name);

    private static string Normal(string name)
    {
        var path = name.TrimStart('/');
        path = path.StartsWith("api/0/", StringComparison.Ordinal) ? path["api/0/".Length..] : path;
        return Placeholder().Replace(path, "{}");
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
