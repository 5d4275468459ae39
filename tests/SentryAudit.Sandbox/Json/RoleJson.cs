using System.Text.Json;
using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Json;

/// <summary>The roles an organization and its teams know.</summary>
internal static class RoleJson
{
    private static readonly string[] MemberScopes =
    [
        "event:read", "event:write", "event:admin", "project:releases", "project:read", "org:read", "member:invite", "member:read",
        "team:read", "alerts:read", "alerts:write",
    ];

    private static readonly string[] RetiredAdminScopes = [.. MemberScopes, "team:write", "project:write"];

    private static readonly string[] ManagerScopes =
        [.. MemberScopes, "member:admin", "project:admin", "team:admin", "org:write", "org:integrations"];

    private static readonly Role[] OrgRoles =
    [
        new("billing", "Billing", "Can manage the subscription.", ["org:billing"], "contributor"),
        new("member", "Member", "Can work on the projects of their teams.", MemberScopes, "contributor"),
        new("admin", "Admin", "Can manage the teams they joined.", RetiredAdminScopes, "admin") { Retired = true },
        new("manager", "Manager", "Can manage all teams and projects.", ManagerScopes, "admin") { Global = true },
        new("owner", "Owner", "Can do everything in the organization.", Scopes.All, "admin") { Global = true },
    ];

    private static readonly Role[] TeamRoles =
    [
        new("contributor", "Contributor", "Can work on the team's projects.", MemberScopes, null),
        new("admin", "Team Admin", "Can manage the team and its projects.", [.. MemberScopes, "team:admin", "project:admin"], "admin"),
    ];

    public static string NameOf(string role) => Array.Find(OrgRoles, known => known.Id == role)?.Name ?? role;

    public static bool Grants(string role, string scope) =>
        Array.Find(OrgRoles, known => known.Id == role) is { } found && Scopes.Expand(found.Granted).Contains(scope);

    /// <summary>Writes the list under each name: Sentry repeats it under its older names.</summary>
    public static void WriteOrgRoles(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.Items(name, OrgRoles, static (inner, role) => Write(inner, role, "minimumTeamRole"));
        }
    }

    public static void WriteTeamRoles(Utf8JsonWriter json, string name) =>
        json.Items(name, TeamRoles, static (inner, role) => Write(inner, role, "isMinimumRoleFor"));

    private static void Write(Utf8JsonWriter json, Role role, string linkedRoleName)
    {
        json.WriteStartObject();
        json.WriteString("id", role.Id);
        json.WriteString("name", role.Name);
        json.WriteString("desc", role.Description);
        json.Strings("scopes", role.Granted);
        json.Flags(true, "allowed", "isAllowed");
        json.WriteBoolean("isRetired", role.Retired);
        json.WriteBoolean("isTeamRolesAllowed", role.Id is not "billing");
        json.Flags(role.Global, "is_global", "isGlobal");
        json.WriteString(linkedRoleName, role.LinkedRole);
        json.WriteEndObject();
    }

    private sealed record Role(string Id, string Name, string Description, string[] Granted, string? LinkedRole)
    {
        public bool Retired { get; init; }
        public bool Global { get; init; }
    }
}
