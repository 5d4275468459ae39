using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// <c>DELETE members/{id}/</c>: 204. 400 {"detail":"You are missing the member:admin scope."}, {"detail":"You cannot remove a member who
/// has more access than you."}, which integrations always get; 403 for the last owner or manager, and for anyone managed by an
/// identity provider or a partnership. Oneself may leave. Invitations of a member who is removed go with them.
/// </summary>
internal static class MemberRemovals
{
    private const string TooHigh = "You cannot remove a member who has more access than you.";

    public static Answer Remove(Exchange exchange)
    {
        var (organization, member, me) = (exchange.Organization, Filters.PathMember(exchange), exchange.Me);
        ApiError.ThrowIf(me is null, ApiError.BadRequest(TooHigh));
        if (me != member && !exchange.Can("member:admin"))
        {
            // A member who may only invite may take back their own invitations; no other rule applies to that.
            ApiError.ThrowIf(
                !exchange.Can("member:invite") || !organization.Settings.IsOn("allowMemberInvite") || !member.Pending,
                ApiError.BadRequest(MemberWrites.NoScope));
            ApiError.ThrowIf(member.InviterId != me!.User?.Id, ApiError.BadRequest(MemberWrites.NotTheirs));
            return Gone(exchange, member);
        }

        ApiError.ThrowIf(me != member && Roles.Rank(me!.OrgRole) < Roles.Rank(member.OrgRole), ApiError.BadRequest(TooHigh));
        ApiError.ThrowIf(
            RunsOrganization(member) && !organization.Members.Exists(other => other != member && RunsOrganization(other)),
            ApiError.Forbidden("You cannot remove the only remaining owner or manager of the organization."));
        ApiError.ThrowIf(
            member.IdpProvisioned, ApiError.Forbidden("This user is managed through your organization's identity provider."));
        ApiError.ThrowIf(member.PartnershipRestricted, ApiError.Forbidden(MemberWrites.Partnership));
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
