using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Access;

/// <summary>Reads from Sentry or an inventory who has access to which project.</summary>
internal static class AccessReader
{
    /// <summary>
    /// Reads what decides about the access to projects: the roles, and the members of the projects' teams. It makes a call for each team,
    /// and none for each member.
    /// </summary>
    /// <param name="source">Sentry or an inventory.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="projects">The projects in question; null for all.</param>
    /// <param name="includeOpenMembership">Whether access by open membership counts.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>What decides; <see cref="AccessMap.Gaps"/> says which teams are missing from it.</returns>
    /// <exception cref="SentryException">
    /// More than single teams could not be read. Then nothing is given, since missing rows would be read as "has no access".
    /// </exception>
    public static async Task<AccessMap> ReadAccessAsync(
        this ISentrySource source,
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? projects,
        bool includeOpenMembership,
        CancellationToken cancellationToken)
    {
        // Before the roles: without the scope org:read this call fails, while the roles would only be empty.
        projects ??= await source
            .ListProjectsAsync(organization, [], [], cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var roles = await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false);
        if (includeOpenMembership && roles.OpenMembership is null)
        {
            throw AccessFaults.UnknownMembership(organization);
        }

        var map = new AccessMap(roles, projects, includeOpenMembership);
        await AddMembersAsync(map, source.ListTeamMembersAsync(organization, map.Teams, roles, cancellationToken)).ConfigureAwait(false);
        await LeaveOutDeletedAsync(map, source, organization, cancellationToken).ConfigureAwait(false);
        return map.Gaps.Count > 0 && map.Gaps.Count == map.Teams.Count() ? throw map.Gaps[0].Fault : map;
    }

    private static async Task AddMembersAsync(AccessMap map, IAsyncEnumerable<ListPart<string, SentryTeamMember>> parts)
    {
        await foreach (var part in parts.ConfigureAwait(false))
        {
            if (part.Fault is { Category: SentryErrorCategory.AuthenticationError })
            {
                throw part.Fault;
            }

            if (part.Fault is not null)
            {
                map.Gaps.Add((part.Part, part.Fault));
            }
            else if (part.Item is { } member)
            {
                map.Add(part.Part, member.MemberId, member.TeamRole);
            }
        }
    }

    // Projects go on naming a team that was removed; the list of teams does not.
    private static async Task LeaveOutDeletedAsync(
        AccessMap map, ISentrySource source, OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (!map.Gaps.Exists(IsMissing))
        {
            return;
        }

        var teams = await source.ListTeamsAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var listed = teams.Select(team => team.Slug).ToHashSet(StringComparer.Ordinal);
        var deleted = map.Gaps.FindAll(gap => IsMissing(gap) && !listed.Contains(gap.Team));
        map.Deleted.AddRange(deleted.Select(gap => gap.Team));
        map.Gaps.RemoveAll(deleted.Contains);
    }

    private static bool IsMissing((string Team, SentryException Fault) gap) => gap.Fault is SentryApiException { Status: 404 };
}
