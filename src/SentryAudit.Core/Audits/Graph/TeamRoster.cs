using SentryAudit.Sources;

namespace SentryAudit.Audits.Graph;

/// <summary>Who is on which team and who administers it.</summary>
/// <param name="teams">The teams that were read, by slug.</param>
/// <param name="roles">The roles of the organization.</param>
/// <param name="effective">
/// Whether Sentry's own rules count. Otherwise it is Cartography's rules: owners, also invited ones, are members and admins of every team.
/// </param>
internal sealed class TeamRoster(IReadOnlyDictionary<string, GraphNode> teams, RoleCatalog roles, bool effective)
{
    private const string Owner = "owner";
    private const string Admin = "admin";

    private readonly Dictionary<string, List<(GraphNode Team, string? Role)>> _listed = new(StringComparer.Ordinal);

    /// <summary>Adds a member of a team. A team that was not read is ignored.</summary>
    public void Add(string team, string member, string? role)
    {
        if (!_listed.TryGetValue(member, out var memberships))
        {
            _listed[member] = memberships = [];
        }

        if (teams.TryGetValue(team, out var node))
        {
            memberships.Add((node, role));
        }
    }

    /// <summary>The teams of a member.</summary>
    /// <returns>Each team, whether Sentry lists the member there, and whether they administer it; null if that is unknown.</returns>
    public IEnumerable<(GraphNode Team, bool IsListed, bool? IsAdmin)> TeamsOf(SentryMember member)
    {
        var listed = _listed.GetValueOrDefault(member.Id) ?? [];
        if (!IsOnAllTeams(member))
        {
            return listed.Select(membership => (membership.Team, true, IsAdmin(member, membership.Role)));
        }

        var roleOf = listed
            .DistinctBy(membership => membership.Team.Id, StringComparer.Ordinal)
            .ToDictionary(membership => membership.Team.Id, membership => membership.Role, StringComparer.Ordinal);
        return teams.Values.Select(team => (team, roleOf.ContainsKey(team.Id), IsAdmin(member, roleOf.GetValueOrDefault(team.Id))));
    }

    /// <summary>Whether all teams of a member are known.</summary>
    public bool IsComplete(SentryMember member) => !effective || roles.IsGlobal(member.Role) is not null;

    private bool IsOnAllTeams(SentryMember member) => effective ? roles.IsGlobal(member.Role) is true : member.Role == Owner;

    private bool? IsAdmin(SentryMember member, string? role)
    {
        if (!effective)
        {
            return member.Role == Owner || role == Admin;
        }

        return roles.EffectiveTeamRole(member.Role, role) is { } effectiveRole ? effectiveRole == Admin : null;
    }
}
