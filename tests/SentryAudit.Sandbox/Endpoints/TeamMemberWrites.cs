using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// One member on one team, below <c>members/{id}/teams/{team}/</c>.
/// POST: 201 with the team; 204 when already on it; 202, empty, when the caller may only ask: then a request for the team exists and
/// nobody joined; 403 {"detail":"This team is managed through your organization's identity provider."} and for roles without teams.
/// PUT {teamRole: contributor|admin}: 200 {"isActive":true,"teamRole":null} for a role the organization role brings anyway, else the
/// role; 404 when not on the team; 400 {"detail":"You do not have permission to edit that user's membership."}.
/// DELETE: 200 with the team, also when not on it; 400 as PUT; 403 for a team of the identity provider.
/// </summary>
internal static class TeamMemberWrites
{
    private const string Template = "organizations/{org}/members/{member}/teams/{team}/";
    private const string NotAllowed = "You do not have permission to edit that user's membership.";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Template, ["org:read", "org:write", "team:write"], Add) { Method = "POST" },
        new(Template, [.. Scopes.Organization, .. Scopes.Members, "team:write", "team:admin"], SetRole) { Method = "PUT" },
        new(Template, [.. Scopes.Organization, "team:admin"], Remove) { Method = "DELETE" },
    ];

    private static Answer Add(Exchange exchange)
    {
        var (member, team) = (Filters.PathMember(exchange), Filters.PathTeam(exchange));
        ApiError.ThrowIf(
            !Roles.AllowsTeams(member.OrgRole),
            ApiError.Forbidden($"The user with a '{member.OrgRole}' role cannot have team-level permissions."));
        if (team.Memberships.Exists(place => place.Member == member))
        {
            return Answer.Empty(204);
        }

        ApiError.ThrowIf(team.IdpProvisioned, TeamWrites.OfIdentityProvider());
        if (!MayAdd(exchange, team))
        {
            Ask(exchange, member, team);
            return Answer.Empty(202);
        }

        TeamAssignments.Join(exchange, member, team, role: null);
        return Answer.Json(json => TeamJson.Write(json, team, exchange, withProjects: false), 201);
    }

    /// <summary>An integration that can only read may add nobody once membership is closed.</summary>
    private static bool MayAdd(Exchange exchange, SandboxTeam team) =>
        exchange.Token.Kind is SandboxTokenKind.Integration && !exchange.Organization.Settings.IsOn("openMembership")
            ? exchange.Can("org:write") || exchange.Can("team:write")
            : exchange.ReachesAllTeams() || exchange.Runs(team);

    private static void Ask(Exchange exchange, SandboxMember member, SandboxTeam team)
    {
        var requests = exchange.Organization.AccessRequests;
        if (!requests.Exists(request => request.Member == member && request.Team == team))
        {
            requests.Add(new SandboxAccessRequest(
                exchange.World.Estate.NextKey(), member, team, exchange.Me == member ? null : exchange.Token.User));
        }
    }

    private static Answer SetRole(Exchange exchange)
    {
        var (member, team) = (Filters.PathMember(exchange), Filters.PathTeam(exchange));
        var place = team.Memberships.FindIndex(place => place.Member == member);
        ApiError.ThrowIf(place < 0, ApiError.NotFound());
        var wanted = exchange.Body.Choice("teamRole", Roles.Team.Select(role => role.Id));
        exchange.Body.ThrowIfWrong();
        if (wanted is not null)
        {
            ApiError.ThrowIf(!MayRule(exchange, team), ApiError.BadRequest(NotAllowed));
            team.Memberships[place] = new SandboxTeamMembership(member, Roles.Kept(member.OrgRole, wanted));
            exchange.Note("member.edit", $"edited member {member.Email} (team: {team.Slug}, team role: {wanted})", member.Id, member);
        }

        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isActive", value: true);
            json.WriteString("teamRole", team.Memberships[place].Role);
            json.WriteEndObject();
        });
    }

    /// <summary>Roles on a team are given by anyone who runs it, and by every role that would make its holder run it.</summary>
    private static bool MayRule(Exchange exchange, SandboxTeam team) =>
        exchange.Runs(team) || (exchange.Me is { } me ? Roles.Find(me.OrgRole)?.LinkedRole is "admin" : exchange.Can("org:write"));

    private static Answer Remove(Exchange exchange)
    {
        var (member, team) = (Filters.PathMember(exchange), Filters.PathTeam(exchange));
        var rulesAll = exchange.Me is { } me ? Roles.Grants(me.OrgRole, "org:write") : exchange.Can("org:write");
        ApiError.ThrowIf(exchange.Me != member && !rulesAll && !exchange.Runs(team), ApiError.BadRequest(NotAllowed));
        ApiError.ThrowIf(team.IdpProvisioned, TeamWrites.OfIdentityProvider());
        TeamAssignments.Leave(exchange, member, team);
        return Answer.Json(json => TeamJson.Write(json, team, exchange, withProjects: false));
    }
}
