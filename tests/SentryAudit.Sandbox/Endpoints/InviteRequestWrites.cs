using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Requests for membership, below <c>invite-requests/{id}/</c>, needs <c>member:write</c>.
/// GET: 200. PUT {approve: true, orgRole, teams, teamRoles}: 200 with the row, now <c>approved</c> and in the member list under the
/// same id.
/// 400 {"approve":["Your organization does not allow requests to join."]}, {"approve":["You do not have permission approve a member
/// invitation with the role owner."]}, {"orgRole":[…]}. DELETE: 204, denied. 404 once it was dealt with.
/// </summary>
internal static class InviteRequestWrites
{
    private const string Template = "organizations/{org}/invite-requests/{member}/";
    private static readonly string[] Approvers = ["member:write", "member:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Template, Scopes.Members, exchange => Write(exchange, Find(exchange))),
        new(Template, Approvers, Update) { Method = "PUT" },
        new(Template, Approvers, Deny) { Method = "DELETE" },
    ];

    private static SandboxMember Find(Exchange exchange)
    {
        var wanted = exchange.Route("member");
        return exchange.Organization.InviteRequests.Find(request => request.Id == wanted) ?? throw ApiError.NotFound();
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, organization, request) = (exchange.Body, exchange.Organization, Find(exchange));
        var allowed = exchange.RolesToGive();
        var role = exchange.ReadRole(allowed, retiredToo: true);
        var teams = TeamAssignments.Read(body, organization);
        body.ThrowIfWrong();
        request.OrgRole = role ?? request.OrgRole;
        if (teams is not null)
        {
            TeamAssignments.Save(exchange, request, teams.Keys.ToDictionary(team => team, static _ => (string?)null));
        }

        if (body.Flag("approve") is true)
        {
            Judge(exchange, request, allowed);
        }

        body.ThrowIfWrong();
        return Write(exchange, request);
    }

    private static void Judge(Exchange exchange, SandboxMember request, IReadOnlyList<string> allowed)
    {
        var organization = exchange.Organization;
        ApiError.ThrowIf(
            request.InviteStatus is "requested_to_join" && !organization.Settings.IsOn("allowJoinRequests"),
            ApiError.Invalid("approve", "Your organization does not allow requests to join."));
        ApiError.ThrowIf(
            !allowed.Contains(request.OrgRole, StringComparer.Ordinal),
            ApiError.Invalid("approve", $"You do not have permission approve a member invitation with the role {request.OrgRole}."));
        request.InviteStatus = "approved";
        organization.InviteRequests.Remove(request);
        MemberInvites.Insert(organization.Members, request);
        exchange.Note("member.invite", $"invited member {request.Email}", request.Id);
    }

    private static Answer Deny(Exchange exchange)
    {
        var request = Find(exchange);
        exchange.Organization.InviteRequests.Remove(request);
        exchange.Organization.Teams.ForEach(team => team.Memberships.RemoveAll(place => place.Member == request));
        exchange.Note("invite-request.remove", $"denied the request of {request.Email}", request.Id);
        return Answer.Empty(204);
    }

    private static Answer Write(Exchange exchange, SandboxMember request) =>
        Answer.Json(json => MemberJson.WriteRequest(json, request, exchange.Organization));
}
