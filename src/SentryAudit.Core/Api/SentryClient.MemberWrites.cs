using System.Text.Json.Nodes;
using SentryAudit.Administration;
using SentryAudit.Api.Wire;
using SentryAudit.Connections;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>
    /// Gives a member another role of the organization. Sentry takes teams that a change does not mention as removed, so
    /// all of them are sent along, and the result is read back.
    /// </summary>
    public async Task<SentryMember> SetMemberRoleAsync(OrganizationHome organization, SentryMember member, string role, CancellationToken cancellationToken)
    {
        var before = await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false);
        if (before.TeamRoles is null)
        {
            throw new SentryException("SentryTeamsUnknown", SentryErrorCategory.InvalidResult, $"Sentry did not tell the teams of {member}, and changing the role without them would remove all.", "Use a token with the scopes member:admin and team:read.");
        }

        var body = new JsonObject
        {
            ["orgRole"] = role,
            ["teamRoles"] = new JsonArray([.. before.TeamRoles.Select(team => new JsonObject { ["teamSlug"] = team.TeamSlug, ["role"] = team.Role })]),
        };
        await ChangeAsync<object>(
            $"Changing the role of {member}",
            async () => await SendAsync(HttpMethod.Put, organization, SentryEndpoints.SetMember, SentryEndpoints.SetMember.Path(organization.Slug, member.Id), body, cancellationToken).ConfigureAwait(false),
            async () => HasRole(await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false), role) ? body : null).ConfigureAwait(false);

        var after = await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false);
        string[] lost = [.. before.TeamRoles.Select(team => team.TeamSlug!).Except((after.TeamRoles ?? []).Select(team => team.TeamSlug!), StringComparer.Ordinal)];
        if (!HasRole(after, role) || lost.Length > 0)
        {
            throw new SentryException("SentryChangeIncomplete", SentryErrorCategory.InvalidResult,
                $"After the change {member} has the role {after.OrgRole ?? after.Role}{(lost.Length > 0 ? $" and is no longer in {string.Join(", ", lost)}" : "")}, which was not asked for.", "Look at the member in Sentry.");
        }

        return after.ToModel(organization.Slug, new TeamMemberships(after.TeamRoles!.Select(team => (member.Id, team.TeamSlug!, team.Role))), connection.Clock.GetUtcNow());
    }

    /// <summary>Removes a membership or an invitation.</summary>
    public Task RemoveMemberAsync(OrganizationHome organization, SentryMember member, CancellationToken cancellationToken) =>
        DeleteAsync($"Removing {member}", organization, SentryEndpoints.RemoveMember, SentryEndpoints.RemoveMember.Path(organization.Slug, member.Id),
            async () => await FindMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false) is not null, cancellationToken);

    /// <summary>Invites somebody. Sentry takes no roles on teams here: they can be set when the invitation exists.</summary>
    public async Task<SentryMember> InviteMemberAsync(OrganizationHome organization, MemberInvitation invitation, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["email"] = invitation.Email,
            ["orgRole"] = invitation.Role,
            ["teamRoles"] = new JsonArray([.. invitation.Teams.Select(team => new JsonObject { ["teamSlug"] = team, ["role"] = null })]),
            ["sendInvite"] = invitation.SendsEmail,
        };
        var made = await ChangeAsync<SentryMember>(
            $"Inviting {invitation.Email}",
            async () =>
            {
                var answer = await SendAsync(HttpMethod.Post, organization, SentryEndpoints.InviteMember, SentryEndpoints.InviteMember.Path(organization.Slug), body, WireJson.Default.WireMember, cancellationToken).ConfigureAwait(false);
                return answer.Value.ToModel(organization.Slug, teams: null, answer.ReceivedAt);
            },
            () => FindInvitationAsync(organization, invitation.Email, cancellationToken)).ConfigureAwait(false);
        return made;
    }

    /// <summary>Sends an invitation again, with a new link where the old one has expired. Of a mail that was sent without one Sentry keeps no trace.</summary>
    public async Task ResendInvitationAsync(OrganizationHome organization, SentryMember member, CancellationToken cancellationToken)
    {
        var isExpired = member.Expired is true;
        var body = new JsonObject { ["reinvite"] = true };
        if (isExpired)
        {
            body["regenerate"] = true;
        }

        await ChangeAsync<object>(
            $"Sending the invitation of {member} again",
            async () => await SendAsync(HttpMethod.Put, organization, SentryEndpoints.InviteAgain, SentryEndpoints.InviteAgain.Path(organization.Slug, member.Id), body, cancellationToken).ConfigureAwait(false),
            isExpired ? async () => (await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false)).Expired is false ? body : null : null).ConfigureAwait(false);
    }

    /// <summary>Makes a request for membership an invitation.</summary>
    /// <returns>The invited member when wanted; null when not, or when somebody has changed it already.</returns>
    public async Task<SentryMember?> ApproveInviteRequestAsync(OrganizationHome organization, SentryInviteRequest request, bool isResultWanted, CancellationToken cancellationToken)
    {
        var endpoint = SentryEndpoints.ApproveInviteRequest;
        await ChangeAsync<object>(
            $"Approving the request of {request}",
            async () => await SendAsync(HttpMethod.Put, organization, endpoint, endpoint.Path(organization.Slug, request.Id), new JsonObject { ["approve"] = true }, cancellationToken).ConfigureAwait(false),
            async () => await IsOpenAsync(organization, request, cancellationToken).ConfigureAwait(false) ? null : request).ConfigureAwait(false);
        return isResultWanted && request.Email is { } email ? await FindInvitationAsync(organization, email, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Denies a request for membership.</summary>
    public Task DenyInviteRequestAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken) =>
        DeleteAsync($"Denying the request of {request}", organization, SentryEndpoints.DenyInviteRequest, SentryEndpoints.DenyInviteRequest.Path(organization.Slug, request.Id),
            () => IsOpenAsync(organization, request, cancellationToken), cancellationToken);

    private async Task<bool> IsOpenAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken) =>
        (await ListInviteRequestsAsync(organization, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false)).Any(open => open.Id == request.Id);

    private async Task<SentryMember?> FindInvitationAsync(OrganizationHome organization, string email, CancellationToken cancellationToken)
    {
        var members = await ListMembersAsync(organization, [new MemberReference(email)], teams: null, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return members.FirstOrDefault(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<WireMemberDetail> GetMemberAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        (await GetAsync(organization, SentryEndpoints.Member, SentryEndpoints.Member.Path(organization.Slug, id), Query.Empty, WireWriteJson.Default.WireMemberDetail, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Null when there is no such member.</summary>
    private async Task<WireMemberDetail?> FindMemberAsync(OrganizationHome organization, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await GetMemberAsync(organization, id, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException missing) when (missing.Status is 404)
        {
            return null;
        }
    }

    private static bool HasRole(WireMemberDetail member, string role) => (member.OrgRole ?? member.Role) == role;
}
