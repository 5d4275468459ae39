namespace SentryAudit.Api.Calls;

/// <summary>
/// Narrows a listing on the server to the keys a user named, in Sentry's search syntax (<c>slug:web slug:api</c>). Only
/// a saving: what comes back is matched against the keys again, and where the syntax can't say it everything is read.
/// </summary>
internal static class SearchQuery
{
    // Well below the length of address that proxies accept.
    private const int MostKeys = 50;

    /// <summary>
    /// Values of one search key are alternatives, different keys must all hold; so only keys of one kind can be combined.
    /// </summary>
    public static string? For(IReadOnlyList<EntityReference> keys, Func<EntityReference, string?> term)
    {
        if (keys.Count is 0 or > MostKeys || keys.Any(key => key.IsPattern))
        {
            return null;
        }

        var terms = keys.Select(term).ToArray();
        return terms.All(t => t is not null && !t.Any(c => char.IsWhiteSpace(c) || c is '"' or '*' or '\\' or '(' or ')' or ','))
            && terms.Select(t => t![..t!.IndexOf(':', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Count() == 1
            ? string.Join(' ', terms.Distinct(StringComparer.Ordinal))
            : null;
    }

    public static string? BySlugOrId(IReadOnlyList<EntityReference> keys) =>
        For(keys, key => key.IsId ? $"id:{key.Value}" : $"slug:{key.Value}");
}
