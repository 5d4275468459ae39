using System.Text.Json;
using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Json;

/// <summary>A row of the member list, and its longer forms.</summary>
internal static class MemberJson
{
    public static void Write(Utf8JsonWriter json, SandboxMember member)
    {
        json.WriteStartObject();
        WriteFields(json, member, detailedUser: false);
        json.WriteEndObject();
    }

    /// <summary>The row of a team's member list: the member's role on that team comes with it.</summary>
    public static void WriteOnTeam(Utf8JsonWriter json, SandboxTeamMembership membership, SandboxTeam team)
    {
        json.WriteStartObject();
        WriteFields(json, membership.Member, detailedUser: false);
        json.WriteString("teamRole", membership.Role);
        json.WriteString("teamSlug", team.Slug);
        json.WriteEndObject();
    }

    /// <summary>The row of the older <c>users/</c> list: which projects the person works on comes with it.</summary>
    public static void WriteWithProjects(Utf8JsonWriter json, SandboxMember member, IEnumerable<string> projects)
    {
        json.WriteStartObject();
        WriteFields(json, member, detailedUser: false);
        json.Strings("projects", projects);
        json.WriteEndObject();
    }

    /// <summary>Somebody who is not a member yet, with the teams they would be on.</summary>
    public static void WriteRequest(Utf8JsonWriter json, SandboxMember member, SandboxOrganization organization)
    {
        json.WriteStartObject();
        WriteFields(json, member, detailedUser: false);
        WriteTeams(json, member, organization);
        json.WriteEndObject();
    }

    /// <summary>
    /// One member. With <c>member:admin</c> the user comes with authenticators, and an invitation's user is {} instead of null.
    /// </summary>
    public static void WriteDetail(Utf8JsonWriter json, SandboxMember member, SandboxOrganization organization, SandboxToken caller)
    {
        json.WriteStartObject();
        WriteFields(json, member, caller.Scopes.Contains("member:admin"));
        WriteTeams(json, member, organization);
        json.WriteString("invite_link", member.Pending && caller.Scopes.Contains("member:admin")
            ? $"https://sentry.example/accept/{member.Id}/not-a-real-secret/"
            : null);
        json.WriteBoolean("isOnlyOwner", member.OrgRole is "owner" && organization.Members.Count(other => other.OrgRole is "owner") == 1);
        RoleJson.WriteOrgRoles(json, organization, "orgRoleList", "roles");
        RoleJson.WriteTeamRoles(json, "teamRoleList");
        json.WriteEndObject();
    }

    private static void WriteTeams(Utf8JsonWriter json, SandboxMember member, SandboxOrganization organization)
    {
        var teams = organization.Teams
            .SelectMany(team => team.Memberships.Where(place => place.Member == member), (team, place) => (team.Slug, place.Role))
            .ToList();
        json.Strings("teams", teams.Select(place => place.Slug));
        json.Items("teamRoles", teams, static (inner, place) =>
        {
            inner.WriteStartObject();
            inner.WriteString("teamSlug", place.Slug);
            inner.WriteString("role", place.Role);
            inner.WriteEndObject();
        });
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxMember member, bool detailedUser)
    {
        json.WriteString("id", member.Id);
        json.WriteString("email", member.Email);
        json.WriteString("name", member.Name);
        json.WritePropertyName("user");
        if (member.User is not null)
        {
            UserJson.Write(json, member.User, detailedUser);
        }
        else
        {
            json.WriteRawValue(detailedUser ? "{}" : "null");
        }

        json.WriteString("orgRole", member.OrgRole);
        json.WriteString("role", member.OrgRole);
        json.WriteString("roleName", Roles.NameOf(member.OrgRole));
        json.WriteBoolean("pending", member.Pending);
        json.WriteBoolean("expired", member.Expired);
        WriteFlags(json, member);
        json.Date("dateCreated", member.DateCreated);
        json.WriteString("inviteStatus", member.InviteStatus);
        json.WriteString("inviterName", member.InviterName);
    }

    private static void WriteFlags(Utf8JsonWriter json, SandboxMember member)
    {
        json.WriteStartObject("flags");
        json.WriteBoolean("idp:provisioned", member.IdpProvisioned);
        json.WriteBoolean("idp:role-restricted", member.IdpRoleRestricted);
        json.WriteBoolean("sso:linked", member.SsoLinked);
        json.WriteBoolean("sso:invalid", member.SsoInvalid);
        json.WriteBoolean("member-limit:restricted", member.MemberLimitRestricted);
        json.WriteBoolean("partnership:restricted", member.PartnershipRestricted);
        json.WriteEndObject();
    }
}
