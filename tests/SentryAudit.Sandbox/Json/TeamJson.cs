using System.Text.Json;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>A team. Half of the keys describe the caller's place on it, not the team.</summary>
internal static class TeamJson
{
    public static void Write(Utf8JsonWriter json, SandboxTeam team, Exchange exchange, bool withProjects)
    {
        json.WriteStartObject();
        WriteFields(json, team, exchange);
        if (withProjects)
        {
            json.Raw("externalTeams", "[]");
            WriteProjects(json, team, exchange);
        }

        json.WriteEndObject();
    }

    public static void WriteDetail(Utf8JsonWriter json, SandboxTeam team, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, team, exchange);
        if (!exchange.QueryIs("collapse", "organization"))
        {
            json.WritePropertyName("organization");
            OrganizationJson.Write(json, exchange.Organization, exchange.World.Addresses);
        }

        if (exchange.QueryAll("expand").Contains("projects", StringComparer.Ordinal))
        {
            WriteProjects(json, team, exchange);
        }

        json.WriteEndObject();
    }

    /// <summary>The few keys a project shows of its teams.</summary>
    public static void WriteReference(Utf8JsonWriter json, SandboxTeam team)
    {
        json.WriteStartObject();
        json.WriteString("id", team.Id);
        json.WriteString("slug", team.Slug);
        json.WriteString("name", team.Name);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxTeam team, Exchange exchange)
    {
        var mine = exchange.Me is { } me ? team.Memberships.Find(place => place.Member == me) : null;
        json.WriteString("id", team.Id);
        json.WriteString("slug", team.Slug);
        json.WriteString("name", team.Name);
        json.Date("dateCreated", team.DateCreated);
        json.WriteBoolean("isMember", mine is not null);
        json.WriteString("teamRole", mine is null ? null : mine.Role ?? "admin");
        json.WriteStartObject("flags");
        json.WriteBoolean("idp:provisioned", team.IdpProvisioned);
        json.WriteEndObject();
        json.Strings("access", exchange.Token.Scopes);
        json.WriteBoolean("hasAccess", exchange.Reaches(team));
        json.WriteBoolean("isPending", value: false);
        json.WriteNumber("memberCount", team.Memberships.Count);
        json.LetterAvatar();
    }

    private static void WriteProjects(Utf8JsonWriter json, SandboxTeam team, Exchange exchange) => json.Items(
        "projects",
        exchange.Organization.Projects.Where(project => project.Teams.Contains(team)),
        (inner, project) => ProjectJson.WriteInTeam(inner, project, exchange));
}
