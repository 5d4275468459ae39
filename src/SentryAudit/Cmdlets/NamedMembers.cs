using SentryAudit.Audits.Access;

namespace SentryAudit.Cmdlets;

/// <summary>The people that a <c>-Member</c> parameter limits a listing to.</summary>
internal sealed class NamedMembers() : NamedObjects<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    /// <summary>The slugs of the teams that the named people are on; null when nobody was named.</summary>
    public async Task<HashSet<string>?> ResolveTeamsAsync(KeyScope scope, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(scope, cancellationToken) is not { } members)
        {
            return null;
        }

        if (members is [])
        {
            return [];
        }

        var memberships = await scope.Source.ReadTeamMembershipsAsync(scope.Organization, members, cancellationToken);
        return members.SelectMany(member => memberships.TeamSlugs(member.Id)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The slugs of the projects that the named people reach; null when nobody was named.</summary>
    /// <param name="report">
    /// Is told what is not known: whether somebody's role reaches every project, and who is on a team that could not be read.
    /// </param>
    public async Task<HashSet<string>?> ResolveProjectsAsync(
        KeyScope scope, Action<SentryException, object?> report, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(scope, cancellationToken) is not { } members)
        {
            return null;
        }

        var slugs = new HashSet<string>(StringComparer.Ordinal);
        if (members is [])
        {
            return slugs;
        }

        var map = await scope.Source.ReadAccessAsync(scope.Organization, projects: null, includeOpenMembership: true, cancellationToken);
        map.Gaps.ForEach(gap => report(gap.Fault, gap.Team));
        if (map.Gap is { } gap)
        {
            throw gap;
        }

        foreach (var member in members)
        {
            if (!map.IsComplete(member))
            {
                report(AccessFaults.UnknownRole(member), member.ToString());
            }

            slugs.UnionWith(map.RowsOf(member).Select(row => row.ProjectSlug));
        }

        return slugs;
    }

    private protected override IAsyncEnumerable<SentryMember> List(
        KeyScope scope, IReadOnlyList<MemberReference> keys, CancellationToken cancellationToken) =>
        scope.Source.ListMembersAsync(scope.Organization, keys, teams: null, cancellationToken);
}
