using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Which teams a request puts a member on: <c>teamRoles</c>, or the older <c>teams</c>. What is put replaces all there was.
/// </summary>
internal static class TeamAssignments
{
    private static readonly string?[] Roles = ["contributor", "admin", null];

    /// <summary>The wanted teams with their roles; null when the request says nothing of teams.</summary>
    public static Dictionary<SandboxTeam, string?>? Read(RequestBody body, SandboxOrganization organization)
    {
        if (!body.Has("teamRoles"))
        {
            return body.Texts("teams") is { } slugs
                ? Teams("teams", slugs.Select(slug => (slug, (string?)null)), body, organization)
                : null;
        }

        var wanted = (body.Items("teamRoles", nullable: true) ?? []).Select(ReadOne).ToList();
        if (wanted.Exists(place => !Roles.Contains(place.Role, StringComparer.Ordinal)))
        {
            body.Mistake("teamRoles", "Invalid team-role");
        }

        return Teams("teamRoles", wanted, body, organization);
    }

    public static bool HasAny(SandboxMember member, SandboxOrganization organization) =>
        organization.Teams.Exists(team => team.Memberships.Exists(place => place.Member == member));

    /// <summary>Replaces the member's teams, and notes who joined and left what.</summary>
    public static void Save(Exchange exchange, SandboxMember member, Dictionary<SandboxTeam, string?> wanted)
    {
        foreach (var team in exchange.Organization.Teams)
        {
            if (wanted.TryGetValue(team, out var role))
            {
                Join(exchange, member, team, role);
            }
            else
            {
                Leave(exchange, member, team);
            }
        }
    }

    /// <summary>Puts the member on the team; a member who is on it already only gets the role.</summary>
    public static void Join(Exchange exchange, SandboxMember member, SandboxTeam team, string? role)
    {
        var place = team.Memberships.FindIndex(place => place.Member == member);
        if (place >= 0)
        {
            team.Memberships[place] = new SandboxTeamMembership(member, role);
            return;
        }

        team.Memberships.Add(new SandboxTeamMembership(member, role));
        exchange.Note("member.join-team", $"added {member.Email} to team {team.Slug}", team.Id, member);
    }

    public static void Leave(Exchange exchange, SandboxMember member, SandboxTeam team)
    {
        if (team.Memberships.RemoveAll(place => place.Member == member) > 0)
        {
            exchange.Note("member.leave-team", $"removed {member.Email} from team {team.Slug}", team.Id, member);
        }
    }

    /// <summary>Sentry's own code falls over an item that lacks one of the two keys, or is no object.</summary>
    private static (string Slug, string? Role) ReadOne(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("role", out var role) && item.TryGetProperty("teamSlug", out var slug)
            ? (slug.ToString(), role.ValueKind is JsonValueKind.Null ? null : role.ToString())
            : throw ApiError.Broken();

    private static Dictionary<SandboxTeam, string?> Teams(
        string field, IEnumerable<(string Slug, string? Role)> places, RequestBody body, SandboxOrganization organization)
    {
        var wanted = new Dictionary<SandboxTeam, string?>();
        foreach (var (slug, role) in places)
        {
            if (organization.Teams.Find(team => team.Slug == slug) is not { } team || !wanted.TryAdd(team, role))
            {
                body.Mistake(field, "Invalid teams");
                break;
            }
        }

        return wanted;
    }
}
