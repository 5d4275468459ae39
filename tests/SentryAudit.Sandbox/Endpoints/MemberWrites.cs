using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Changing members: <c>PUT members/{id}/</c> {orgRole, teamRoles[{teamSlug,role}]}. 200 with the detail.
/// Whatever the request says, the teams are replaced: teams it leaves out are lost, and without <c>teamRoles</c> so are all.
/// The teams are saved before the role is judged, so a refusal of the role leaves the teams changed.
/// 400 {"orgRole":[…]} for a role above the caller's, {"detail":"You cannot make changes to your own role."}, {"detail":"The role
/// 'admin' is deprecated and may no longer be assigned."}, {"detail":"The user with a 'billing' role cannot have team-level
/// permissions."}, {"teamRoles":[…]} as on invitations; 403 {"role":"You do not have permission to assign a role to the given user."},
/// {"detail":"This member is managed by an active partnership …"}, and without <c>member:admin</c>; 404.
/// <c>{"reinvite":true}</c>, with <c>"regenerate":true</c> when it expired, stands alone: 200, 403 with other keys, 400 for an expired
/// one without regenerate, and for anyone who has joined already (unless single sign-on is not linked yet).
/// </summary>
internal static class MemberWrites
{
    public const string Partnership =
        "This member is managed by an active partnership and cannot be modified until the end of the partnership.";

    public const string NotTheirs = "You cannot modify invitations sent by someone else.";
    public const string NoScope = "You are missing the member:admin scope.";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/members/{member}/", MemberInvites.Inviters, Update) { Method = "PUT" },
        new("organizations/{org}/members/{member}/", Scopes.Members, MemberRemovals.Remove) { Method = "DELETE" },
    ];

    private static Answer Update(Exchange exchange)
    {
        var (body, organization, member) = (exchange.Body, exchange.Organization, Filters.PathMember(exchange));
        var allowed = exchange.RolesToGive();
        var role = exchange.ReadRole(allowed, retiredToo: true);
        var teams = TeamAssignments.Read(body, organization);
        var (reinvite, regenerate) = (body.Flag("reinvite"), body.Flag("regenerate"));
        body.ThrowIfWrong();
        ApiError.ThrowIf(member.PartnershipRestricted, ApiError.Forbidden(Partnership));

        var onlyReinvites = !body.HasAny("orgRole", "role", "teamRoles", "teams", "email", "sendInvite");
        if (exchange.OnlyInvites())
        {
            ApiError.ThrowIf(!member.Pending || !onlyReinvites, ApiError.Forbidden());
            ApiError.ThrowIf(member.InviterId != exchange.Token.User?.Id, ApiError.Forbidden(NotTheirs));
        }

        if (reinvite is true)
        {
            ApiError.ThrowIf(!onlyReinvites, ApiError.Forbidden(
                "You cannot modify member details when resending an invitation. Separate requests are required."));
            Reinvite(exchange, member, regenerate is true);
        }
        else
        {
            Change(exchange, member, role, teams, allowed);
        }

        return Answer.Json(json => MemberJson.WriteDetail(json, member, organization, exchange.Token));
    }

    private static void Reinvite(Exchange exchange, SandboxMember member, bool regenerate)
    {
        if (!member.Pending)
        {
            ApiError.ThrowIf(
                !exchange.Organization.HasAuthProvider || member.SsoLinked,
                ApiError.BadRequest("You cannot send an invitation to a user who is already a full member."));
        }
        else if (regenerate)
        {
            ApiError.ThrowIf(!exchange.Can("member:admin"), ApiError.BadRequest(NoScope));
            member.Expired = false;
        }
        else
        {
            ApiError.ThrowIf(
                member.Expired, ApiError.BadRequest("You cannot resend an expired invitation without regenerating the token."));
        }

        exchange.Note("member.reinvite", $"reinvited member {member.Email}", member.Id, member);
    }

    private static void Change(
        Exchange exchange, SandboxMember member, string? role, Dictionary<SandboxTeam, string?>? teams, IReadOnlyList<string> allowed)
    {
        if (!Roles.AllowsTeams(role ?? member.OrgRole)
            && (teams is null ? TeamAssignments.HasAny(member, exchange.Organization) : teams.Count > 0))
        {
            throw ApiError.BadRequest($"The user with a '{role ?? member.OrgRole}' role cannot have team-level permissions.");
        }

        TeamAssignments.Save(exchange, member, teams ?? []);
        if (role is not null && role != member.OrgRole)
        {
            ApiError.ThrowIf(
                !allowed.Contains(member.OrgRole, StringComparer.Ordinal),
                ApiError.Field(403, "role", "You do not have permission to assign a role to the given user."));
            ApiError.ThrowIf(member == exchange.Me, ApiError.BadRequest("You cannot make changes to your own role."));
            ApiError.ThrowIf(
                Roles.Find(role) is { Retired: true },
                ApiError.BadRequest($"The role '{role}' is deprecated and may no longer be assigned."));
            member.OrgRole = role;
            ForgetLesserTeamRoles(exchange.Organization, member);
        }

        exchange.Note("member.edit", $"edited member {member.Email} (role: {member.OrgRole})", member.Id, member);
    }

    /// <summary>A team role the organization role brings anyway is not kept.</summary>
    private static void ForgetLesserTeamRoles(SandboxOrganization organization, SandboxMember member)
    {
        foreach (var places in organization.Teams.Select(team => team.Memberships))
        {
            var place = places.FindIndex(place => place.Member == member);
            if (place >= 0)
            {
                places[place] = places[place] with { Role = Roles.Kept(member.OrgRole, places[place].Role) };
            }
        }
    }
}
