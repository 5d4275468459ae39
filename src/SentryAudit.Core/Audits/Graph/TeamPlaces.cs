using SentryAudit.Sources;

namespace SentryAudit.Audits.Graph;

/// <summary>Who is in which team and who administers it, by the rules asked for.</summary>
/// <param name="effective">Sentry's own rules; otherwise Cartography's, in which owners, invited ones too, are members and admins of every team.</param>
internal sealed class TeamPlaces(IReadOnlyDictionary<string, GraphNode> teams, RoleCatalog roles, bool effective)
{
    private const string Owner = "owner";
    private const string Admin = "admin";

    private readonly Dictionary<string, List<(GraphNode Team, string? Role)>> _listed = new(StringComparer.Ordinal);

    /// <summary>Notes a member of a team. A team that is not among those read is none.</summary>
    public void Add(string team, string member, string? role)
    {
        if (!_listed.TryGetValue(member, out var places))
        {
            _listed[member] = places = [];
        }

        if (teams.TryGetValue(team, out var node))
        {
            places.Add((node, role));
        }
    }

    /// <summary>A member's teams.</summary>
    /// <returns>Each team, whether Sentry lists the member there, and whether they administer it; null when that is unknown.</returns>
    public IEnumerable<(GraphNode Team, bool IsListed, bool? IsAdmin)> Of(SentryMember member)
    {
        var listed = _listed.GetValueOrDefault(member.Id) ?? [];
        if (!ReachesAll(member))
        {
            return listed.Select(place => (place.Team, true, IsAdmin(member, place.Role)));
        }

        var roleOf = listed
            .DistinctBy(place => place.Team.Id, StringComparer.Ordinal)
            .ToDictionary(place => place.Team.Id, place => place.Role, StringComparer.Ordinal);
        return teams.Values.Select(team => (team, roleOf.ContainsKey(team.Id), IsAdmin(member, roleOf.GetValueOrDefault(team.Id))));
    }

    /// <summary>Whether the teams of a member are all known.</summary>
    public bool Knows(SentryMember member) => !effective || roles.IsGlobal(member.Role) is not null;

    private bool ReachesAll(SentryMember member) => effective ? roles.IsGlobal(member.Role) is true : member.Role == Owner;

    private bool? IsAdmin(SentryMember member, string? role)
    {
        if (!effective)
        {
            return member.Role == Owner || role == Admin;
        }

        return roles.EffectiveTeamRole(member.Role, role) is { } counts ? counts == Admin : null;
    }
}
