using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Members;

/// <summary>Changes of members: their role in the organization, and their removal.</summary>
internal sealed class MemberChangesApi(ApiConnection api, MemberDetailsApi details)
{
    /// <summary>
    /// Gives a member another role of the organization. Sentry takes teams that a change does not mention as removed, so
    /// all of them are sent along, and the result is read back.
    /// </summary>
    public async Task<SentryMember> SetRoleAsync(
        OrganizationHome organization, SentryMember member, string role, CancellationToken cancellationToken)
    {
        var before = await details.GetAsync(organization, member.Id, cancellationToken).ConfigureAwait(false);
        if (before.TeamRoles is null || Array.Exists(before.TeamRoles, team => team.TeamSlug is null))
        {
            throw new SentryException(
                "SentryTeamsUnknown",
                SentryErrorCategory.InvalidResult,
                $"Sentry did not report the teams of {member}, and changing the role without them would remove all.",
                "Use a token with the scopes member:admin and team:read.");
        }

        var after = await api.ChangeAsync(
            new ChangeCall<WireMemberDetail>(
                $"Changing the role of {member}",
                Write.Put(MemberEndpoints.SetMember.Of(organization, member.Id), RoleBody(role, before.TeamRoles)))
            {
                ReadBack = async ct => await details.GetAsync(organization, member.Id, ct).ConfigureAwait(false),
                Happened = async ct => HasRole(await details.GetAsync(organization, member.Id, ct).ConfigureAwait(false), role),
                Missing = now => Missing(before, now, role),
            },
            cancellationToken).ConfigureAwait(false);
        return details.ToModel(organization, after);
    }

    /// <summary>Removes a membership or an invitation.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryMember member, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Removing {member}",
            MemberEndpoints.RemoveMember.Of(organization, member.Id),
            async ct => await details.FindAsync(organization, member.Id, ct).ConfigureAwait(false) is not null,
            cancellationToken);

    private static JsonObject RoleBody(string role, IEnumerable<WireMemberDetail.WireTeamRole> teams) => new()
    {
        ["orgRole"] = role,
        ["teamRoles"] = new JsonArray([.. teams.Select(team => new JsonObject { ["teamSlug"] = team.TeamSlug, ["role"] = team.Role })]),
    };

    private static string? Missing(WireMemberDetail before, WireMemberDetail after, string role)
    {
        string[] lost =
        [
            .. before.TeamRoles!.Select(team => team.TeamSlug!)
                .Except((after.TeamRoles ?? []).Select(team => team.TeamSlug!), StringComparer.Ordinal),
        ];
        return (HasRole(after, role), after.TeamRoles, lost) switch
        {
            (true, not null, []) => null,
            (_, null, _) => $"the role {role} is now {RoleOf(after)}, and Sentry does not report the teams",
            (true, _, _) => $"the member is no longer in {string.Join(", ", lost)}",
            (_, _, []) => $"the role {role} is now {RoleOf(after)}",
            _ => $"the role {role} is now {RoleOf(after)}, and the member is no longer in {string.Join(", ", lost)}",
        };
    }

    private static bool HasRole(WireMemberDetail member, string role) => RoleOf(member) == role;

    private static string? RoleOf(WireMemberDetail member) => member.OrgRole ?? member.Role;
}
