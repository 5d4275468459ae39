using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Teams;

/// <summary>Changes of who is on a team, and with which role.</summary>
internal sealed class TeamMemberChangesApi(ApiConnection api, TeamMembersApi places)
{
    /// <summary>Puts a member on a team, or asks for it where the token may not.</summary>
    /// <returns>What Sentry made of it, and the place, when it is wanted and there is one.</returns>
    public async Task<(TeamJoin Join, SentryTeamMember? Place)> AddAsync(
        OrganizationHome organization, SentryMember member, string team, bool isResultWanted, CancellationToken cancellationToken)
    {
        var what = $"Adding {member} to {team}";
        var join = TeamJoin.Joined;
        await api.DoAsync(
                what,
                async ct =>
                {
                    var write = Write.Post(TeamEndpoints.AddTeamMember.Of(organization, member.Id, team), []);
                    join = await api.SendAsync(write, ct).ConfigureAwait(false) switch
                    {
                        202 => TeamJoin.Requested,
                        204 => TeamJoin.WasThere,
                        _ => TeamJoin.Joined,
                    };
                },
                async ct => join is TeamJoin.Requested
                    || await places.FindAsync(organization, member, team, ct).ConfigureAwait(false) is not null,
                cancellationToken).ConfigureAwait(false);
        var place =
            isResultWanted && join is not TeamJoin.Requested
                ? await ChangeSteps
                    .ReadBackAsync(what, ct => places.FindAsync(organization, member, team, ct), cancellationToken).ConfigureAwait(false)
                : null;
        return (join, place);
    }

    /// <summary>
    /// Gives a member another role on a team. Where the organization has no team roles Sentry ignores it without an error.
    /// </summary>
    public Task<SentryTeamMember> SetRoleAsync(
        OrganizationHome organization, SentryMember member, string team, string role, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryTeamMember>(
                $"Changing the role of {member} on {team}",
                Write.Put(TeamEndpoints.SetTeamRole.Of(organization, member.Id, team), new JsonObject { ["teamRole"] = role }))
            {
                ReadBack = ct => places.FindAsync(organization, member, team, ct),

                // A role that the role in the organization gives anyway is kept as none.
                Missing = now => TeamMemberships.HasRole(now, role)
                    ? null
                    : $"the team role {role}; an organization without team roles has none",
            },
            cancellationToken);

    /// <summary>Takes a member off a team.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryMember member, string team, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Removing {member} from {team}",
            TeamEndpoints.RemoveTeamMember.Of(organization, member.Id, team),
            async ct => await places.FindAsync(organization, member, team, ct).ConfigureAwait(false) is not null,
            cancellationToken);
}
