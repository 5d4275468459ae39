namespace SentryAudit.Sandbox.Access;

/// <summary>Sentry's scopes, what each endpoint family accepts, and which scope brings which others.</summary>
internal static class Scopes
{
    public static readonly string[] Organization = ["org:read", "org:write", "org:admin"];
    public static readonly string[] Members = ["member:read", "member:write", "member:admin"];
    public static readonly string[] Teams = ["team:read", "team:write", "team:admin"];
    public static readonly string[] Projects = ["project:read", "project:write", "project:admin"];
    public static readonly string[] Events = ["event:read", "event:write", "event:admin"];
    public static readonly string[] Releases = [.. Projects, "project:releases", "org:ci"];
    public static readonly string[] Alerts = ["alerts:read", .. Organization];
    public static readonly string[] ProjectAlerts = ["alerts:read", .. Projects];
    public static readonly string[] Repositories = [.. Organization, "org:integrations", "org:ci"];

    public static readonly string[] Integrations = [.. Organization, "org:integrations"];

    /// <summary>What only managers and owners may read.</summary>
    public static readonly string[] OrganizationWrite = ["org:write", "org:admin"];

    /// <summary>Everything but <c>org:ci</c>, which only organization tokens hold.</summary>
    public static readonly string[] All =
    [
        .. Organization, "org:integrations", "member:invite", .. Members, .. Teams, .. Projects, "project:releases",
        "project:distribution", .. Events, "alerts:read", "alerts:write",
    ];

    /// <summary>The scopes with all they imply. <c>project:admin</c> does not imply <c>project:releases</c>.</summary>
    public static IReadOnlySet<string> Expand(IEnumerable<string> granted)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var scope in granted)
        {
            all.Add(scope);
            all.UnionWith(ImpliedBy(scope));
        }

        return all;
    }

    private static IEnumerable<string> ImpliedBy(string scope)
    {
        var colon = scope.IndexOf(':', StringComparison.Ordinal) + 1;
        var (family, level) = (scope[..colon], scope[colon..]);
        if (level is "admin")
        {
            yield return family + "write";
        }

        if (level is "admin" or "write")
        {
            yield return family + "read";
        }

        if (scope is "org:admin")
        {
            yield return "org:integrations";
        }

        if (scope is "member:admin" or "member:write")
        {
            yield return "member:invite";
        }
    }
}
