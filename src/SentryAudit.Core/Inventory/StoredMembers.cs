using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>The stored members of organizations and of their teams.</summary>
internal sealed class StoredMembers(StoredSections sections)
{
    /// <param name="organization">The organization.</param>
    /// <param name="memberships">The teams of all members, for members with their teams; null for members without.</param>
    public IEnumerable<SentryMember> List(OrganizationHome organization, TeamMemberships? memberships) =>
        sections.ReadExisting(organization, InventoryKinds.Member).Select(member => WithTeams(member, memberships));

    /// <summary>The members of any of several teams.</summary>
    public IEnumerable<SentryMember> ListOfTeams(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships)
    {
        var listed = ReadTeamMembers(organization);
        var onTeam = listed.Items.ToLookup(member => member.TeamSlug, member => member.MemberId, StringComparer.Ordinal);
        string[] wanted = [.. teams.SelectMany(team => onTeam[team.Slug]).Distinct(StringComparer.Ordinal)];
        var ids = wanted.ToHashSet(StringComparer.Ordinal);
        var found = ListingResult<SentryMember>.Read(
            sections.ReadExisting(organization, InventoryKinds.Member).Where(member => ids.Contains(member.Id)));
        var members = found.Items.ToDictionary(member => member.Id, StringComparer.Ordinal);
        foreach (var id in wanted.Where(members.ContainsKey))
        {
            yield return WithTeams(members[id], memberships);
        }

        listed.ThrowIfFaulted();
        found.ThrowIfFaulted();
        if (members.Count < wanted.Length)
        {
            throw OfflineFaults.UnknownMembers(organization, wanted.Length - members.Count);
        }
    }

    /// <summary>The memberships of teams, team by team.</summary>
    public IEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembers(OrganizationHome organization, IEnumerable<string> teams)
    {
        var listed = ReadTeamMembers(organization);
        var onTeam = listed.Items.ToLookup(member => member.TeamSlug, StringComparer.Ordinal);
        foreach (var team in teams)
        {
            foreach (var member in onTeam[team])
            {
                yield return new ListPart<string, SentryTeamMember>(team, member, Fault: null);
            }

            yield return new ListPart<string, SentryTeamMember>(team, Item: null, Fault: null);
        }

        listed.ThrowIfFaulted();
    }

    /// <exception cref="SentryException">Not all memberships are stored.</exception>
    public TeamMemberships ReadMemberships(OrganizationHome organization) =>
        new(
            sections.ReadExisting(organization, InventoryKinds.TeamMember)
                .Select(member => (member.MemberId, member.TeamSlug, member.TeamRole))
                .ToArray());

    private ListingResult<SentryTeamMember> ReadTeamMembers(OrganizationHome organization) =>
        ListingResult<SentryTeamMember>.Read(sections.ReadExisting(organization, InventoryKinds.TeamMember));

    // Members have their teams only if these are asked for, also if the sync stored them: that is how Sentry's list is shown too.
    private static SentryMember WithTeams(SentryMember member, TeamMemberships? memberships)
    {
        member.TeamSlugs = memberships?.TeamSlugs(member.Id);
        member.TeamRoles = memberships?.TeamRoles(member.Id);
        return member;
    }
}
