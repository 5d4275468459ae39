using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox.Api;

/// <summary>What Sentry accepts as a slug, and what it makes of a name.</summary>
internal static partial class Slugs
{
    private const string Bad =
        "Enter a valid slug consisting of lowercase letters, numbers, underscores or hyphens. It cannot be entirely numeric.";

    /// <summary>The slug a request asks for; null when it asks for none.</summary>
    public static string? Read(RequestBody body, int most, bool nullable = false)
    {
        var slug = body.Text("slug", most: most, nullable: nullable);
        if (slug is not null && !Valid().IsMatch(slug))
        {
            body.Mistake("slug", Bad);
        }

        return slug;
    }

    public static string Of(string name) => Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("^(?![0-9]+$)[a-z0-9_-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Valid();

    [GeneratedRegex("[^a-z0-9_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfit();
}
