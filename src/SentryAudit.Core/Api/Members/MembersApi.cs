using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Members;

/// <summary>The members and invitations of an organization.</summary>
internal sealed class MembersApi(ApiConnection api, MemberDetailsApi details)
{
    private const string OwnerRole = "owner";

    private static readonly Listing<WireMember> Members =
        new("members", MemberEndpoints.Members, WireJson.Default.WireMemberArray, ListOrder.Holds, static member => member.Id);

    private static readonly Listing<WireMember> MembersOfTeam = Members with
    {
        Endpoint = TeamEndpoints.TeamMembers,
        Order = ListOrder.Moves,
    };

    /// <summary>
    /// The members and invitations of an organization. Sentry leaves out people whose account is deactivated, and requests to join; who
    /// is named by id is found all the same.
    /// Filters other than by key are not sent: a server that does not know one answers with an empty list, which would
    /// read as "nobody".
    /// </summary>
    public IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        new NamedListing<MemberReference, SentryMember>(
            // Who is named by id and not in the list answers for himself before the whole list is read.
            search => WithUnlistedAsync(
                SearchAsync(organization, search, teams, cancellationToken),
                organization,
                search == SearchQuery.For(keys, Term) ? keys : [],
                teams,
                cancellationToken),
            static (key, member) => key.Matches(member),
            static member => member.Id).ReadAsync(organization, keys, SearchQuery.For(keys, Term), cancellationToken);

    /// <summary>The members that the keys may name, and all owners: whether a member is the last owner only the others show.</summary>
    public async IAsyncEnumerable<SentryMember> ListWithOwnersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var search = SearchQuery.For(keys, Term);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IAsyncEnumerable<SentryMember>[] parts = search is null
            ? [ListAsync(organization, keys, teams: null, cancellationToken)]
            : [ListAsync(organization, keys, teams: null, cancellationToken), ListOwnersAsync(organization, cancellationToken)];
        foreach (var members in parts)
        {
            await foreach (var member in members.ConfigureAwait(false))
            {
                if (seen.Add(member.Id))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The members of some teams, each person once. A team that can't be read does not take the others with it.</summary>
    public async IAsyncEnumerable<SentryMember> ListOfTeamsAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        Action<string, SentryException> report,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var team in teams)
        {
            var members = ReadTeamAsync(organization, team.Slug, cancellationToken)
                .UntilFault(fault => report(team.Slug, fault), cancellationToken);
            await foreach (var member in members.ConfigureAwait(false))
            {
                if (seen.Add(member.Item.Id!))
                {
                    yield return member.Map((wire, readAt) => wire.ToModel(organization.Slug, memberships, readAt));
                }
            }
        }
    }

    /// <summary>The members of one team, as Sentry sends them: with their role on the team.</summary>
    public IAsyncEnumerable<ReadItem<WireMember>> ReadTeamAsync(
        OrganizationHome organization, string team, CancellationToken cancellationToken) =>
        api.ReadAsync(MembersOfTeam.Of($"members of team {team}", team), organization, cancellationToken);

    // A Sentry that does not know this search finds nobody. An organization without an owner there is not, so everybody is read then.
    private async IAsyncEnumerable<SentryMember> ListOwnersAsync(
        OrganizationHome organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFound = false;
        foreach (var search in new[] { $"role:{OwnerRole}", null })
        {
            await foreach (var member in SearchAsync(organization, search, teams: null, cancellationToken).ConfigureAwait(false))
            {
                isFound |= member.Role == OwnerRole;
                yield return member;
            }

            if (isFound)
            {
                yield break;
            }
        }
    }

    private IAsyncEnumerable<SentryMember> SearchAsync(
        OrganizationHome organization, string? search, TeamMemberships? teams, CancellationToken cancellationToken) =>
        api.ListAsync(
            Members.Search(search), organization, (member, readAt) => member.ToModel(organization.Slug, teams, readAt), cancellationToken);

    private async IAsyncEnumerable<SentryMember> WithUnlistedAsync(
        IAsyncEnumerable<SentryMember> listed,
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        TeamMemberships? teams,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unlisted = keys.Where(key => key.IsId).Select(key => key.Value).ToHashSet(StringComparer.Ordinal);
        await foreach (var member in listed.ConfigureAwait(false))
        {
            unlisted.Remove(member.Id);
            yield return member;
        }

        foreach (var id in unlisted)
        {
            if (await details.FindAsync(organization, id, cancellationToken).ConfigureAwait(false) is { } found)
            {
                // The lists of teams leave such a person out as well; the detail has the teams.
                var member = details.ToModel(organization, found);
                yield return teams is null ? member.WithoutTeams() : member;
            }
        }
    }

    // A display name can't be searched for exactly; it is matched here.
    private static string? Term(EntityReference key) =>
        key.IsId ? $"id:{key.Value}" : key.Value.Contains('@', StringComparison.Ordinal) ? $"email:{key.Value}" : null;
}
