using System.Runtime.CompilerServices;
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
    /// <summary>
    /// The members and invitations of an organization. Sentry leaves out people it has deactivated, and requests to join.
    /// Filters other than by key are not sent: a server that does not know one answers with an empty list, which would
    /// read as "nobody".
    /// </summary>
    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        SearchMembersAsync(organization, SearchQuery.For(keys, Term), teams, cancellationToken);

    /// <summary>Those whom the keys may name, and all owners: whether somebody is the last of these only the others tell.</summary>
    public async IAsyncEnumerable<SentryMember> ListMembersAndOwnersAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var search = SearchQuery.For(keys, Term);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string?[] searches = search is null ? [null] : [search, "role:owner"];
        foreach (var query in searches)
        {
            await foreach (var member in SearchMembersAsync(organization, query, teams: null, cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(member.Id))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The members of some teams, each person once.</summary>
    public async IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var team in teams)
        {
            await foreach (var (member, readAt) in ReadTeamMembersAsync(organization, team.Slug, cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(member.Id ?? ""))
                {
                    yield return member.ToModel(organization.Slug, memberships, readAt);
                }
            }
        }
    }

    private IAsyncEnumerable<(WireMember Item, DateTimeOffset ReadAt)> ReadTeamMembersAsync(
        OrganizationHome organization,
        string team,
        CancellationToken cancellationToken) =>
        ReadPagesAsync(
            $"members of team {team} of {organization}",
            organization.Host,
            TeamEndpoints.TeamMembers,
            TeamEndpoints.TeamMembers.Path(organization.Slug, team),
            Query.Empty,
            WireJson.Default.WireMemberArray,
            member => member.Id,
            cancellationToken);

    private IAsyncEnumerable<SentryMember> SearchMembersAsync(
        OrganizationHome organization,
        string? search,
        TeamMemberships? teams,
        CancellationToken cancellationToken) =>
        ListAsync(
            "members",
            organization,
            MemberEndpoints.Members,
            Query.Empty.WithOptional("query", search),
            WireJson.Default.WireMemberArray,
            member => member.Id,
            (member, readAt) => member.ToModel(organization.Slug, teams, readAt),
            cancellationToken);

    // A display name can't be searched for exactly; it is matched here.
    private static string? Term(EntityReference key) =>
        key.IsId ? $"id:{key.Value}" : key.Value.Contains('@', StringComparison.Ordinal) ? $"email:{key.Value}" : null;
}
