using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Teams;

/// <summary>Who is on which team, and with which role there.</summary>
internal sealed class TeamMembersApi(TeamsApi teams, MembersApi members, RolesApi roles)
{
    /// <summary>
    /// The memberships of teams, read at once, given team by team in the order of the teams; each ends with its failure or
    /// none.
    /// </summary>
    /// <param name="organization">Whose teams.</param>
    /// <param name="slugs">Which teams.</param>
    /// <param name="catalog">The roles, which say which role counts; null to have them read.</param>
    public async IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListAsync(
        OrganizationHome organization,
        IEnumerable<string> slugs,
        RoleCatalog? catalog,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = catalog ?? await roles.ReadAsync(organization, cancellationToken).ConfigureAwait(false);
        await foreach (var part in SideBySide
            .ReadAsync(slugs, ApiConnection.Parallelism, (team, ct) => ListAsync(organization, team, known, ct), cancellationToken)
            .ConfigureAwait(false))
        {
            yield return part;
        }
    }

    /// <summary>Who is in which team, by membership id: one call per team, several at once, none per member.</summary>
    /// <exception cref="SentryException">
    /// A team could not be read whole; nothing is given then, since a part would read as "in no other team".
    /// </exception>
    public async Task<TeamMemberships> ReadMembershipsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var slugs = await teams.ListSlugsAsync(organization, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var rows = new ConcurrentBag<(string Member, string Team, string? Role)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ApiConnection.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(slugs, options, async (team, ct) =>
        {
            await foreach (var (member, _) in members.ReadTeamAsync(organization, team, ct).ConfigureAwait(false))
            {
                rows.Add((member.Id!, team, member.TeamRole));
            }
        }).ConfigureAwait(false);
        return new TeamMemberships(rows);
    }

    /// <summary>Everyone on some teams.</summary>
    /// <exception cref="SentryException">One of them could not be read whole.</exception>
    public async Task<IReadOnlyList<SentryTeamMember>> ReadAsync(
        OrganizationHome organization, IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var found = new List<SentryTeamMember>();
        await foreach (var part in ListAsync(organization, slugs, catalog: null, cancellationToken).ConfigureAwait(false))
        {
            if (part.Fault is not null)
            {
                throw part.Fault;
            }

            if (part.Item is { } member)
            {
                found.Add(member);
            }
        }

        return found;
    }

    /// <summary>A member's place on a team; null for one who is not on it.</summary>
    public async Task<SentryTeamMember?> FindAsync(
        OrganizationHome organization,
        SentryMember member,
        string team,
        CancellationToken cancellationToken) =>
        (await ReadAsync(organization, [team], cancellationToken).ConfigureAwait(false)).FirstOrDefault(place =>
            place.MemberId == member.Id);

    private async IAsyncEnumerable<SentryTeamMember> ListAsync(
        OrganizationHome organization, string team, RoleCatalog catalog, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var member in members.ReadTeamAsync(organization, team, cancellationToken).ConfigureAwait(false))
        {
            yield return member.Map((wire, readAt) => wire.ToTeamMember(organization.Slug, team, catalog, readAt));
        }
    }
}
