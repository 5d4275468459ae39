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
/// one without regenerate, and for who has joined already (unless single sign-on is not linked yet).
/// <c>DELETE members/{id}/</c>: 204. 400 {"detail":"You are missing the member:admin scope."}, {"detail":"You cannot remove a member who
/// has more access than you."}, which integrations always get; 403 for the last owner or manager, for who is managed by an identity
/// provider or a partnership. Oneself may leave. Invitations of a member who is removed go with them.
/// </summary>
internal static class MemberWrites
{
    private const string Partnership =
        "This member is managed by an active partnership and cannot be modified until the end of the partnership.";

    private const string NotTheirs = "You cannot modify invitations sent by someone else.";
    private const string NoScope = "You are missing the member:admin scope.";
    private const string TooHigh = "You cannot remove a member who has more access than you.";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/members/{member}/", MemberInvites.Inviters, Update) { Method = "PUT" },
        new("organizations/{org}/members/{member}/", Scopes.Members, Remove) { Method = "DELETE" },
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

    private static Answer Remove(Exchange exchange)
    {
        var (organization, member, me) = (exchange.Organization, Filters.PathMember(exchange), exchange.Me);
        ApiError.ThrowIf(me is null, ApiError.BadRequest(TooHigh));
        if (me != member && !exchange.Can("member:admin"))
        {
            // Who only invites may take back their own invitations, and nothing else stands in the way of that.
            ApiError.ThrowIf(
                !exchange.Can("member:invite") || !organization.Settings.IsOn("allowMemberInvite") || !member.Pending,
                ApiError.BadRequest(NoScope));
            ApiError.ThrowIf(member.InviterId != me!.User?.Id, ApiError.BadRequest(NotTheirs));
            return Gone(exchange, member);
        }

        ApiError.ThrowIf(me != member && Roles.Rank(me!.OrgRole) < Roles.Rank(member.OrgRole), ApiError.BadRequest(TooHigh));
        ApiError.ThrowIf(
            RunsOrganization(member) && !organization.Members.Exists(other => other != member && RunsOrganization(other)),
            ApiError.Forbidden("You cannot remove the only remaining owner or manager of the organization."));
        ApiError.ThrowIf(
            member.IdpProvisioned, ApiError.Forbidden("This user is managed through your organization's identity provider."));
        ApiError.ThrowIf(member.PartnershipRestricted, ApiError.Forbidden(Partnership));
        return Gone(exchange, member);
    }

    private static bool RunsOrganization(SandboxMember member) =>
        member.User is { IsActive: true } && Roles.Grants(member.OrgRole, "org:write");

    private static Answer Gone(Exchange exchange, SandboxMember member)
    {
        Drop(exchange.Organization, member);
        if (member.User is { } user)
        {
            var invitations = exchange.Organization.Members.FindAll(other => other.Pending && other.InviterId == user.Id);
            invitations.ForEach(other => Drop(exchange.Organization, other));
        }

        exchange.Note("member.remove", $"removed member {member.Email}", member.Id, member);
        return Answer.Empty(204);
    }

    private static void Drop(SandboxOrganization organization, SandboxMember member)
    {
        organization.Members.Remove(member);
        organization.Teams.ForEach(team => team.Memberships.RemoveAll(place => place.Member == member));
        organization.AccessRequests.RemoveAll(request => request.Member == member);
    }
}
