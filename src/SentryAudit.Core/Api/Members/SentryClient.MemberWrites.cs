using System.Text.Json.Nodes;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>
    /// Gives a member another role of the organization. Sentry takes teams that a change does not mention as removed, so
    /// all of them are sent along, and the result is read back.
    /// </summary>
    public async Task<SentryMember> SetMemberRoleAsync(
        OrganizationHome organization,
        SentryMember member,
        string role,
        CancellationToken cancellationToken)
    {
        var before = await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false);
        if (before.TeamRoles is null || Array.Exists(before.TeamRoles, team => team.TeamSlug is null))
        {
            throw new SentryException(
                "SentryTeamsUnknown",
                SentryErrorCategory.InvalidResult,
                $"Sentry did not tell the teams of {member}, and changing the role without them would remove all.",
                "Use a token with the scopes member:admin and team:read.");
        }

        var body = new JsonObject
        {
            ["orgRole"] = role,
            ["teamRoles"] = new JsonArray([
                .. before.TeamRoles.Select(team => new JsonObject { ["teamSlug"] = team.TeamSlug, ["role"] = team.Role }),
            ]),
        };
        var what = $"Changing the role of {member}";
        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            MemberEndpoints.SetMember,
                            MemberEndpoints.SetMember.Path(organization.Slug, member.Id),
                            body,
                            cancellationToken).ConfigureAwait(false),
                async () =>
                    HasRole(await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false), role) ? body : null)
            .ConfigureAwait(false);

        var after = await ReadBackAsync(what, () => GetMemberAsync(organization, member.Id, cancellationToken)).ConfigureAwait(false);
        if (Unlike(before, after, role) is { } difference)
        {
            throw new SentryException(
                "SentryChangeIncomplete",
                SentryErrorCategory.InvalidResult,
                $"After the change {member} {difference}, which was not asked for.",
                "Look at the member in Sentry.");
        }

        return ToModel(organization, after);
    }

    /// <summary>What is not as it should be after a change of the role; null for nothing.</summary>
    private static string? Unlike(WireMemberDetail before, WireMemberDetail after, string role)
    {
        string[] lost =
        [
            .. before
                .TeamRoles!.Select(team => team.TeamSlug!)
                .Except((after.TeamRoles ?? []).Select(team => team.TeamSlug!), StringComparer.Ordinal),
        ];
        return (HasRole(after, role), after.TeamRoles, lost) switch
        {
            (true, not null, []) => null,
            (_, null, _) => $"has the role {after.OrgRole ?? after.Role} and teams that Sentry does not tell",
            _ => $"has the role {after.OrgRole ?? after.Role}{(lost.Length > 0 ? $" and is no longer in {string.Join(", ", lost)}" : "")}",
        };
    }

    private SentryMember ToModel(OrganizationHome organization, WireMemberDetail member)
    {
        var teams = member.TeamRoles is null
            ? null
            : new TeamMemberships(
                member.TeamRoles.Where(team => team.TeamSlug is not null).Select(team => (member.Id!, team.TeamSlug!, team.Role)));
        return member.ToModel(organization.Slug, teams, connection.Clock.GetUtcNow());
    }

    /// <summary>Removes a membership or an invitation.</summary>
    public Task RemoveMemberAsync(OrganizationHome organization, SentryMember member, CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Removing {member}",
            organization,
            MemberEndpoints.RemoveMember,
            MemberEndpoints.RemoveMember.Path(organization.Slug, member.Id),
            async () => await FindMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken);

    /// <summary>Invites somebody. Sentry takes no roles on teams here: they can be set when the invitation exists.</summary>
    public async Task<SentryMember> InviteMemberAsync(
        OrganizationHome organization,
        MemberInvitation invitation,
        CancellationToken cancellationToken)
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
                    var answer = await SendAsync(
                            HttpMethod.Post,
                            organization,
                            MemberEndpoints.InviteMember,
                            MemberEndpoints.InviteMember.Path(organization.Slug),
                            body,
                            WireJson.Default.WireMember,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, teams: null, answer.ReceivedAt);
                },
                () => FindInvitationAsync(organization, invitation.Email, cancellationToken)).ConfigureAwait(false);
        return made;
    }

    /// <summary>Sends an invitation again, with a new link where the old one has expired. Of a mail that was sent without one Sentry keeps no trace.</summary>
    /// <returns>The invitation as it is now when wanted, else null.</returns>
    public async Task<SentryMember?> ResendInvitationAsync(
        OrganizationHome organization,
        SentryMember member,
        bool isResultWanted,
        CancellationToken cancellationToken)
    {
        var what = $"Sending the invitation of {member} again";
        var isExpired = member.Expired is true;
        var body = new JsonObject { ["reinvite"] = true };
        if (isExpired)
        {
            body["regenerate"] = true;
        }

        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            MemberEndpoints.InviteAgain,
                            MemberEndpoints.InviteAgain.Path(organization.Slug, member.Id),
                            body,
                            cancellationToken).ConfigureAwait(false),
                isExpired
                    ? async () =>
                        (await GetMemberAsync(organization, member.Id, cancellationToken).ConfigureAwait(false)).Expired is false
                            ? body
                            : null
                    : null).ConfigureAwait(false);
        return isResultWanted
            ? ToModel(
                organization,
                await ReadBackAsync(what, () => GetMemberAsync(organization, member.Id, cancellationToken)).ConfigureAwait(false))
            : null;
    }

    /// <summary>Makes a request for membership an invitation.</summary>
    /// <param name="role">The role they get; null for the one that is asked for.</param>
    /// <returns>The invited member when wanted; null when not, or when somebody has removed it already.</returns>
    public async Task<SentryMember?> ApproveInviteRequestAsync(
        OrganizationHome organization, SentryInviteRequest request, string? role, bool isResultWanted, CancellationToken cancellationToken)
    {
        var endpoint = MemberEndpoints.ApproveInviteRequest;
        var what = $"Approving the request of {request}";
        var body = new JsonObject { ["approve"] = true };
        if (role is not null)
        {
            body["orgRole"] = role;
        }

        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, request.Id),
                            body,
                            cancellationToken).ConfigureAwait(false),
                async () => await IsOpenAsync(organization, request, cancellationToken).ConfigureAwait(false) ? null : request)
            .ConfigureAwait(false);

        // The request is the invitation now: its id stays.
        return
            isResultWanted
            && await ReadBackAsync(what, () => FindMemberAsync(organization, request.Id, cancellationToken)).ConfigureAwait(false)
                is { } member
            ? ToModel(organization, member)
            : null;
    }

    /// <summary>Denies a request for membership.</summary>
    public Task DenyInviteRequestAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Denying the request of {request}",
            organization,
            MemberEndpoints.DenyInviteRequest,
            MemberEndpoints.DenyInviteRequest.Path(organization.Slug, request.Id),
            () => IsOpenAsync(organization, request, cancellationToken),
            cancellationToken);

    private async Task<bool> IsOpenAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken) =>
        (await ListInviteRequestsAsync(organization, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false)).Any(open =>
            open.Id == request.Id);

    private async Task<SentryMember?> FindInvitationAsync(OrganizationHome organization, string email, CancellationToken cancellationToken)
    {
        var members = await ListMembersAsync(organization, [new MemberReference(email)], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return members.FirstOrDefault(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<WireMemberDetail> GetMemberAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        (
            await GetAsync(
                    organization,
                    MemberEndpoints.Member,
                    MemberEndpoints.Member.Path(organization.Slug, id),
                    Query.Empty,
                    WireWriteJson.Default.WireMemberDetail,
                    cancellationToken).ConfigureAwait(false)
        ).Value;

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
