namespace SentryAudit.Sandbox.Access;

/// <summary>The roles an organization and its teams know, lowest first, and what they are good for.</summary>
internal static class Roles
{
    private static readonly string[] MemberScopes =
    [
        "event:read", "event:write", "event:admin", "project:releases", "project:read", "org:read", "member:invite", "member:read",
        "team:read", "alerts:read", "alerts:write",
    ];

    private static readonly string[] RetiredAdminScopes = [.. MemberScopes, "team:write", "project:write"];

    private static readonly string[] ManagerScopes =
        [.. MemberScopes, "member:admin", "project:admin", "team:admin", "org:write", "org:integrations"];

    public static readonly Role[] Organization =
    [
        new("billing", "Billing", "Can manage the subscription.", ["org:billing"], "contributor"),
        new("member", "Member", "Can work on the projects of their teams.", MemberScopes, "contributor"),
        new("admin", "Admin", "Can manage the teams they joined.", RetiredAdminScopes, "admin") { Retired = true },
        new("manager", "Manager", "Can manage all teams and projects.", ManagerScopes, "admin") { Global = true },
        new("owner", "Owner", "Can do everything in the organization.", Scopes.All, "admin") { Global = true },
    ];

    public static readonly Role[] Team =
    [
        new("contributor", "Contributor", "Can work on the team's projects.", MemberScopes, null),
        new("admin", "Team Admin", "Can manage the team and its projects.", [.. MemberScopes, "team:admin", "project:admin"], "admin"),
    ];

    public static string NameOf(string role) => Find(role)?.Name ?? role;

    public static bool Grants(string role, string scope) => Find(role) is { } found && Scopes.Expand(found.Granted).Contains(scope);

    /// <summary>How high a role is; below all when Sentry does not know it.</summary>
    public static int Rank(string role) => Array.FindIndex(Organization, known => known.Id == role);

    public static Role? Find(string role) => Array.Find(Organization, known => known.Id == role);

    /// <summary>Whether people of that role can be on teams at all.</summary>
    public static bool AllowsTeams(string role) => role is not "billing";

    /// <summary>
    /// The team role as Sentry keeps it: none when the organization role brings as much anyway.
    /// </summary>
    public static string? Kept(string orgRole, string? teamRole) =>
        teamRole is "admin" && Find(orgRole)?.LinkedRole is not "admin" ? teamRole : null;
}
