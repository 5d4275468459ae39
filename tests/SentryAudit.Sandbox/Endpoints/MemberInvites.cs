using System.Globalization;
using System.Text.RegularExpressions;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Inviting: <c>POST members/</c> {email*, orgRole=member, teamRoles[{teamSlug,role}], sendInvite}.
/// 201 with the row of the member list. Roles on teams are not kept: the invitee is on the teams without one.
/// 400 {"email":["The user x has already been invited"]} or "… is already a member"; {"orgRole":["You do not have permission to set
/// that org-level role"]}, or "The role 'admin' is deprecated and may no longer be assigned."; {"teamRoles":["Invalid teams"]} or
/// "Invalid team-role"; {"email":"The user with a 'billing' role cannot have team-level permissions."}, a bare text; for integrations
/// that want more than a member, a bare list. 500 when an item of teamRoles lacks one of its keys.
/// A request for membership under the same address is replaced by the invitation.
/// </summary>
internal static partial class MemberInvites
{
    public static readonly string[] Inviters = ["member:invite", "member:write", "member:admin"];

    public static IEnumerable<SandboxEndpoint> All => [new("organizations/{org}/members/", Inviters, Invite) { Method = "POST" }];

    /// <summary>Puts a member where the list's order wants it.</summary>
    public static void Insert(List<SandboxMember> members, SandboxMember member)
    {
        var number = long.Parse(member.Id, CultureInfo.InvariantCulture);
        var place = members.FindIndex(other => long.Parse(other.Id, CultureInfo.InvariantCulture) > number);
        members.Insert(place < 0 ? members.Count : place, member);
    }

    private static Answer Invite(Exchange exchange)
    {
        var (body, organization) = (exchange.Body, exchange.Organization);
        var role = exchange.ReadRole(RolesToGive(exchange), retiredToo: false) ?? "member";
        var email = ReadEmail(body, organization);
        var teams = TeamAssignments.Read(body, organization) ?? [];
        body.Flag("sendInvite");
        body.ThrowIfWrong();
        if (teams.Count > 0 && exchange.OnlyInvites() && !organization.Settings.IsOn("openMembership")
            && !teams.Keys.All(team => team.Memberships.Exists(place => place.Member == exchange.Me)))
        {
            throw ApiError.BadRequest("You cannot assign members to teams you are not a member of.");
        }

        if (teams.Count > 0 && !Roles.AllowsTeams(role))
        {
            throw ApiError.Field(400, "email", $"The user with a '{role}' role cannot have team-level permissions.");
        }

        organization.InviteRequests.RemoveAll(request => Same(request.Email, email));
        var member = new SandboxMember
        {
            Id = exchange.World.Estate.NextKey(),
            Email = email!,
            Name = email!,
            OrgRole = role,
            Pending = true,
            DateCreated = exchange.Moment,
            InviterName = exchange.Token.User?.Name,
            InviterId = exchange.Token.User?.Id,
        };
        Insert(organization.Members, member);
        TeamAssignments.Save(exchange, member, teams.Keys.ToDictionary(team => team, static _ => (string?)null));
        exchange.Note("member.invite", $"invited member {email}", member.Id);
        return Answer.Json(json => MemberJson.Write(json, member), 201);
    }

    private static IReadOnlyList<string> RolesToGive(Exchange exchange)
    {
        if (exchange.Token.Kind is not SandboxTokenKind.Integration)
        {
            return exchange.RolesToGive(inviting: true);
        }

        var wanted = (exchange.Body.Raw("orgRole") ?? exchange.Body.Raw("role"))?.ToString() ?? "member";
        return wanted is "member"
            ? ["member"]
            : throw new ApiError(Answer.Text(
                400, """["Integration tokens are restricted to inviting new members with the member role only."]""", "application/json"));
    }

    private static string? ReadEmail(RequestBody body, SandboxOrganization organization)
    {
        var email = body.Text("email", required: true, most: 75);
        if (email is null)
        {
            return null;
        }

        if (!Address().IsMatch(email))
        {
            body.Mistake("email", "Enter a valid email address.");
        }
        else if (organization.Members.Find(member => Same(member.Email, email) || Same(member.User?.Email, email)) is { } known)
        {
            body.Mistake(
                "email",
                known.User is null ? $"The user {email} has already been invited" : $"The user {email} is already a member");
        }

        return email;
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
