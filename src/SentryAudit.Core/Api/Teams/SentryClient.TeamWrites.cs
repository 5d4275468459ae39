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
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Makes a team. Who makes it is on it at once.</summary>
    public Task<SentryTeam> AddTeamAsync(OrganizationHome organization, string slug, string? name, CancellationToken cancellationToken) =>
        ChangeAsync(
            $"Making team {slug}",
            async () =>
            {
                var body = new JsonObject { ["slug"] = slug };
                if (name is not null)
                {
                    body["name"] = name;
                }

                var answer = await SendAsync(
                        HttpMethod.Post,
                        organization,
                        TeamEndpoints.AddTeam,
                        TeamEndpoints.AddTeam.Path(organization.Slug),
                        body,
                        WireJson.Default.WireTeam,
                        cancellationToken).ConfigureAwait(false);
                return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
            },
            async () => await FindTeamAsync(organization, team => team.Slug == slug, cancellationToken).ConfigureAwait(false));

    /// <summary>Renames a team. Sentry wants the slug in any case.</summary>
    public async Task<SentryTeam> SetTeamAsync(
        OrganizationHome organization,
        SentryTeam team,
        string? slug,
        string? name,
        CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["slug"] = slug ?? team.Slug, ["name"] = name ?? team.Name };
        var what = $"Changing team {team}";
        bool IsDone(SentryTeam now) => now.Id == team.Id && now.Slug == (slug ?? team.Slug) && now.Name == (name ?? team.Name);
        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            TeamEndpoints.SetTeam,
                            TeamEndpoints.SetTeam.Path(organization.Slug, team.Slug),
                            body,
                            cancellationToken).ConfigureAwait(false),
                async () => await FindTeamAsync(organization, IsDone, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

        // The answer leaves out the projects.
        return await ReadBackAsync(what, () => FindTeamAsync(organization, IsDone, cancellationToken)).ConfigureAwait(false)
            ?? throw Incomplete($"team {team}", "the new slug or name");
    }

    /// <summary>Removes a team. Its projects and members stay.</summary>
    public Task RemoveTeamAsync(OrganizationHome organization, SentryTeam team, CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Removing team {team}",
            organization,
            TeamEndpoints.RemoveTeam,
            TeamEndpoints.RemoveTeam.Path(organization.Slug, team.Slug),
            async () => await FindTeamAsync(organization, now => now.Id == team.Id, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken);

    /// <summary>Puts somebody on a team, or asks for it where the token may not.</summary>
    /// <returns>What Sentry made of it, and the place, when it is wanted and there is one.</returns>
    public async Task<(TeamJoin Join, SentryTeamMember? Place)> AddTeamMemberAsync(
        OrganizationHome organization,
        SentryMember member,
        string team,
        bool isResultWanted,
        CancellationToken cancellationToken)
    {
        var endpoint = TeamEndpoints.AddTeamMember;
        var what = $"Adding {member} to {team}";
        var join = (TeamJoin)
            await ChangeAsync<object>(
                    what,
                    async () =>
                        (
                            await SendAsync(
                                    HttpMethod.Post,
                                    organization,
                                    endpoint,
                                    endpoint.Path(organization.Slug, member.Id, team),
                                    [],
                                    cancellationToken).ConfigureAwait(false)
                        ).Status switch
                        {
                            202 => TeamJoin.Requested,
                            204 => TeamJoin.WasThere,
                            _ => TeamJoin.Joined,
                        },
                    async () =>
                        await FindTeamMemberAsync(organization, member, team, cancellationToken).ConfigureAwait(false) is null
                            ? null
                            : TeamJoin.Joined).ConfigureAwait(false);
        return (
            join,
            isResultWanted && join is not TeamJoin.Requested
                ? await ReadBackAsync(what, () => FindTeamMemberAsync(organization, member, team, cancellationToken)).ConfigureAwait(false)
                : null);
    }

    /// <summary>Gives somebody another role on a team. Where the organization has no team roles Sentry passes it over without a word.</summary>
    public async Task<SentryTeamMember> SetTeamRoleAsync(
        OrganizationHome organization,
        SentryMember member,
        string team,
        string role,
        CancellationToken cancellationToken)
    {
        var endpoint = TeamEndpoints.SetTeamRole;
        var what = $"Changing the role of {member} on {team}";

        // A role that the role in the organization gives anyway is kept as none.
        bool IsSo(SentryTeamMember? now) => now is not null && TeamMemberships.HasRole(now, role);

        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, member.Id, team),
                            new JsonObject { ["teamRole"] = role },
                            cancellationToken).ConfigureAwait(false),
                async () =>
                    IsSo(await FindTeamMemberAsync(organization, member, team, cancellationToken).ConfigureAwait(false)) ? role : null)
            .ConfigureAwait(false);

        var after = await ReadBackAsync(what, () => FindTeamMemberAsync(organization, member, team, cancellationToken))
            .ConfigureAwait(false);
        return IsSo(after)
            ? after!
            : throw Incomplete($"{member} on {team}", $"the team role {role}; an organization without team roles has none");
    }

    /// <summary>Takes somebody off a team.</summary>
    public Task RemoveTeamMemberAsync(
        OrganizationHome organization,
        SentryMember member,
        string team,
        CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Removing {member} from {team}",
            organization,
            TeamEndpoints.RemoveTeamMember,
            TeamEndpoints.RemoveTeamMember.Path(organization.Slug, member.Id, team),
            async () => await FindTeamMemberAsync(organization, member, team, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken);

    private async Task<SentryTeam?> FindTeamAsync(
        OrganizationHome organization,
        Func<SentryTeam, bool> isMeant,
        CancellationToken cancellationToken) =>
        (await ListTeamsAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(
            isMeant);

    /// <summary>Somebody's place on a team; null when not on it.</summary>
    private async Task<SentryTeamMember?> FindTeamMemberAsync(
        OrganizationHome organization,
        SentryMember member,
        string team,
        CancellationToken cancellationToken) =>
        (await ReadTeamAsync(organization, [team], cancellationToken).ConfigureAwait(false)).FirstOrDefault(place =>
            place.MemberId == member.Id);

    /// <summary>Everybody on some teams.</summary>
    /// <exception cref="SentryException">One of them could not be read whole.</exception>
    public async Task<IReadOnlyList<SentryTeamMember>> ReadTeamAsync(
        OrganizationHome organization,
        IEnumerable<string> teams,
        CancellationToken cancellationToken)
    {
        var members = new List<SentryTeamMember>();
        await foreach (var part in ListTeamMembersAsync(organization, teams, roles: null, cancellationToken).ConfigureAwait(false))
        {
            if (part.Fault is not null)
            {
                throw part.Fault;
            }

            if (part.Item is { } member)
            {
                members.Add(member);
            }
        }

        return members;
    }
}
