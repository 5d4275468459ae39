using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

internal sealed partial class InventorySource
{
    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        Present(organization, InventoryKinds.Member).Select(member => WithTeams(member, teams)).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization, IEnumerable<SentryTeam> teams, TeamMemberships? memberships, CancellationToken cancellationToken) =>
        ListTeamsMembers(organization, teams, memberships).AsStream(cancellationToken);

    public Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization, IReadOnlyList<SentryMember>? members, CancellationToken cancellationToken) =>
        Guard(() =>
            new TeamMemberships(
                Present(organization, InventoryKinds.TeamMember)
                    .Select(member => (member.MemberId, member.TeamSlug, member.TeamRole))
                    .ToArray()));

    public IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization, IEnumerable<string> teams, RoleCatalog? roles, CancellationToken cancellationToken) =>
        ListTeamMembers(organization, teams).AsStream(cancellationToken);

    private IEnumerable<SentryMember> ListTeamsMembers(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships)
    {
        var onTeam = Collect(Present(organization, InventoryKinds.TeamMember), out var fault)
            .ToLookup(member => member.TeamSlug, member => member.MemberId, StringComparer.Ordinal);
        string[] wanted = [.. teams.SelectMany(team => onTeam[team.Slug]).Distinct(StringComparer.Ordinal)];
        var ids = wanted.ToHashSet(StringComparer.Ordinal);
        var members = Collect(Present(organization, InventoryKinds.Member).Where(member => ids.Contains(member.Id)), out var broken)
            .ToDictionary(member => member.Id, StringComparer.Ordinal);
        foreach (var id in wanted.Where(members.ContainsKey))
        {
            yield return WithTeams(members[id], memberships);
        }

        fault ??= broken
            ?? (members.Count < wanted.Length ? OfflineFault.UnknownMembers(organization, wanted.Length - members.Count) : null);
        if (fault is not null)
        {
            throw fault;
        }
    }

    private IEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembers(OrganizationHome organization, IEnumerable<string> teams)
    {
        var onTeam = Collect(Present(organization, InventoryKinds.TeamMember), out var fault)
            .ToLookup(member => member.TeamSlug, StringComparer.Ordinal);
        foreach (var team in teams)
        {
            foreach (var member in onTeam[team])
            {
                yield return new ListPart<string, SentryTeamMember>(team, member, Fault: null);
            }

            yield return new ListPart<string, SentryTeamMember>(team, Item: null, Fault: null);
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    // Whether a sync stored them or not, they are told when asked for, as Sentry would.
    private static SentryMember WithTeams(SentryMember member, TeamMemberships? teams)
    {
        member.TeamSlugs = teams?.TeamSlugs(member.Id);
        member.TeamRoles = teams?.TeamRoles(member.Id);
        return member;
    }
}
