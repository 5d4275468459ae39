using System.Text.Json;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>An organization: the row of the list, and the settings page behind it.</summary>
internal static class OrganizationJson
{
    private static readonly string[] InSummary = ["allowMemberInvite", "allowMemberProjectCreation", "allowSuperuserAccess"];

    public static void Write(Utf8JsonWriter json, SandboxOrganization organization, Addresses addresses)
    {
        json.WriteStartObject();
        WriteSummary(json, organization, addresses);
        json.WriteEndObject();
    }

    public static void WriteDetail(Utf8JsonWriter json, Exchange exchange)
    {
        var organization = exchange.Organization;
        json.WriteStartObject();
        WriteSummary(json, organization, exchange.World.Addresses);
        if (exchange.Token.Scopes.Contains("org:read"))
        {
            WriteSettings(json, organization, exchange);
        }

        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, SandboxOrganization organization, Addresses addresses)
    {
        json.WriteString("id", organization.Id);
        json.WriteString("slug", organization.Slug);
        json.WriteStartObject("status");
        json.WriteString("id", organization.Status);
        json.WriteString("name", organization.Status.Replace('_', ' '));
        json.WriteEndObject();
        json.WriteString("name", organization.Name);
        json.Date("dateCreated", organization.DateCreated);
        json.WriteBoolean("isEarlyAdopter", organization.IsEarlyAdopter);
        json.WriteBoolean("require2FA", organization.Require2Fa);
        json.LetterAvatar();
        json.WriteStartObject("links");
        json.WriteString("organizationUrl", addresses.HostOf(null));
        json.WriteString("regionUrl", addresses.Of(organization));
        json.WriteEndObject();
        json.WriteBoolean("hasAuthProvider", organization.HasAuthProvider);
        foreach (var name in InSummary)
        {
            json.Raw(name, organization.Settings[name]);
        }

        json.WriteBoolean("requireEmailVerification", value: false);
    }

    // What the token may do, as far as the role of its person allows it. An integration has no role.
    private static IEnumerable<string> Access(Exchange exchange, string? role) =>
        role is null ? exchange.Token.Scopes : exchange.Token.Scopes.Where(scope => Roles.Grants(role, scope));

    private static void WriteSettings(Utf8JsonWriter json, SandboxOrganization organization, Exchange exchange)
    {
        var role = exchange.Me?.OrgRole;
        json.WriteString("role", role);
        json.WriteString("orgRole", role);
        json.WriteString("defaultRole", organization.DefaultRole);
        RoleJson.WriteOrgRoles(json, organization, "orgRoleList", "availableRoles");
        RoleJson.WriteTeamRoles(json, "teamRoleList");
        SettingsJson.Write(json, organization.Settings, InSummary);
        json.Flags(false, "aggregatedDataConsent", "isDynamicallySampled", "isDefault", "requiresSso");
        json.Raw("trustedRelays", "[]");
        json.WriteNumber("pendingAccessRequests", 0);
        json.Raw("onboardingTasks", "[]");
        json.Strings("access", Access(exchange, role));
        if (exchange.QueryIs("include_feature_flags", "1"))
        {
            json.Strings("features", ["invite-members", "sso-basic", "team-roles", "workflow-engine-ui"]);
        }

        if (!exchange.QueryIs("detailed", "0"))
        {
            json.Items("teams", organization.Teams, (inner, team) => TeamJson.Write(inner, team, exchange, withProjects: false));
            json.Items("projects", organization.Projects, (inner, project) => ProjectJson.Write(inner, project, exchange));
        }
    }
}
