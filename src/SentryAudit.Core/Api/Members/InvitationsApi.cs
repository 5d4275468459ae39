using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Members;

/// <summary>Invitations: members who have not accepted yet.</summary>
internal sealed class InvitationsApi(ApiConnection api, MembersApi members, MemberDetailsApi details)
{
    /// <summary>Invites an address. Sentry takes no roles on teams here: they can be set when the invitation exists.</summary>
    public Task<SentryMember> InviteAsync(OrganizationHome organization, MemberInvitation invitation, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["email"] = invitation.Email,
            ["orgRole"] = invitation.Role,
            ["teamRoles"] = new JsonArray([.. invitation.Teams.Select(team => new JsonObject { ["teamSlug"] = team, ["role"] = null })]),
            ["sendInvite"] = invitation.SendsEmail,
        };
        return api.ChangeAsync(
            new ChangeCall<SentryMember>(
                $"Inviting {invitation.Email}",
                Write.Post(MemberEndpoints.InviteMember.Of(organization), body)
                    .Showing(WireJson.Default.WireMember, (member, readAt) => member.ToModel(organization.Slug, teams: null, readAt)))
            {
                ReadBack = ct => FindAsync(organization, invitation.Email, ct),
            },
            cancellationToken);
    }

    /// <summary>
    /// Sends an invitation again, with a new link where the old one has expired. A mail that is sent without a new link
    /// leaves no trace at Sentry.
    /// </summary>
    /// <returns>The invitation as it is now when wanted, else null.</returns>
    public async Task<SentryMember?> ResendAsync(
        OrganizationHome organization, SentryMember member, bool isResultWanted, CancellationToken cancellationToken)
    {
        var what = $"Sending the invitation of {member} again";
        var isExpired = member.Expired is true;
        var body = new JsonObject { ["reinvite"] = true };
        if (isExpired)
        {
            body["regenerate"] = true;
        }

        await api.DoAsync(
            what,
            ct => api.SendAsync(Write.Put(MemberEndpoints.InviteAgain.Of(organization, member.Id), body), ct),
            isExpired ? async ct => (await GetAsync(ct).ConfigureAwait(false)).Expired is false : null,
            cancellationToken).ConfigureAwait(false);
        return isResultWanted
            ? details.ToModel(organization, await ChangeSteps.ReadBackAsync(what, GetAsync, cancellationToken).ConfigureAwait(false))
            : null;

        Task<WireMemberDetail> GetAsync(CancellationToken ct) => details.GetAsync(organization, member.Id, ct);
    }

    private async Task<SentryMember?> FindAsync(OrganizationHome organization, string email, CancellationToken cancellationToken)
    {
        var found = await members.ListAsync(organization, [new MemberReference(email)], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase));
    }
}
