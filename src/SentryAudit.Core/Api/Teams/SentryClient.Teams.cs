using System.Collections.Concurrent;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The teams of an organization with their projects.</summary>
    public IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken) =>
        ListAsync(
            "teams",
            organization,
            TeamEndpoints.Teams,
            Query.Empty.WithOptional("query", SearchQuery.BySlugOrId(keys)),
            WireJson.Default.WireTeamArray,
            team => team.Id,
            (team, readAt) => team.ToModel(organization.Slug, readAt),
            cancellationToken);

    /// <summary>Who is in which team, by membership id: one call per team, several at once, none per member.</summary>
    /// <exception cref="SentryException">A team could not be read whole; nothing is given then, since a part would read as "in no other team".</exception>
    public async Task<TeamMemberships> ReadTeamMembershipsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var teams = new List<string>();
        await foreach (
            var (team, _) in ReadPagesAsync(
                    $"teams of {organization}",
                    organization.Host,
                    TeamEndpoints.Teams,
                    TeamEndpoints.Teams.Path(organization.Slug),
                    Query.Empty.With("detailed", "0"),
                    WireJson.Default.WireTeamArray,
                    team => team.Id,
                    cancellationToken).ConfigureAwait(false))
        {
            teams.Add(team.Slug!);
        }

        var rows = new ConcurrentBag<(string Member, string Team, string? Role)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(teams, options, async (team, ct) =>
        {
            await foreach (var (member, _) in ReadTeamMembersAsync(organization, team, ct).ConfigureAwait(false))
            {
                rows.Add((member.Id!, team, member.TeamRole));
            }
        }).ConfigureAwait(false);
        return new TeamMemberships(rows);
    }
}
