using System.Text.Json;
using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Json;

/// <summary>The roles an organization and its teams know.</summary>
internal static class RoleJson
{
    /// <summary>Writes the list under each name: Sentry repeats it under its older names.</summary>
    public static void WriteOrgRoles(Utf8JsonWriter json, SandboxOrganization organization, params ReadOnlySpan<string> names)
    {
        var custom = organization.CustomRoles.Select(id => new Role(id, id, "Made by the organization.", [], "contributor"));
        foreach (var name in names)
        {
            json.Items(name, Roles.Organization.Concat(custom), static (inner, role) => Write(inner, role, "minimumTeamRole"));
        }
    }

    public static void WriteTeamRoles(Utf8JsonWriter json, string name) =>
        json.Items(name, Roles.Team, static (inner, role) => Write(inner, role, "isMinimumRoleFor"));

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
}
