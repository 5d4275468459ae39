using System.Text.Json.Nodes;
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
