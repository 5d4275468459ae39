namespace SentryAudit.Http;

/// <summary>Sentry's scopes: within a family, <c>admin</c> includes <c>write</c> and <c>write</c> includes <c>read</c>.</summary>
internal static class SentryScopes
{
    private static readonly string[] Levels = ["read", "write", "admin"];

    public static bool Grants(IEnumerable<string> held, string needed) => held.Any(scope => Grants(scope, needed));

    private static bool Grants(string held, string needed)
    {
        if (string.Equals(held, needed, StringComparison.Ordinal))
        {
            return true;
        }

        var (family, level) = Split(held);
        var (neededFamily, neededLevel) = Split(needed);
        return family == neededFamily && needed switch
        {
            // Without a level of their own: member:write includes invitations, and org:admin includes integrations.
            "member:invite" => Array.IndexOf(Levels, level) >= 1,
            "org:integrations" => level == "admin",
            _ => Array.IndexOf(Levels, neededLevel) is >= 0 and var least && Array.IndexOf(Levels, level) >= least,
        };
    }

    private static (string Family, string Level) Split(string scope)
    {
        var colon = scope.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (scope, "") : (scope[..colon], scope[(colon + 1)..]);
    }
}
