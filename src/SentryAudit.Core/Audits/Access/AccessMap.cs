using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Access;

/// <summary>
/// Who has access to which projects of an organization. It keeps the projects of every team and the teams of every member; the rows of
/// persons and projects are made for one member at a time, since there may be millions of them.
/// </summary>
/// <param name="roles">The roles of the organization.</param>
/// <param name="projects">The projects in question, with the teams of each.</param>
/// <param name="includeOpenMembership">Whether access by open membership counts.</param>
internal sealed class AccessMap(RoleCatalog roles, IReadOnlyCollection<SentryProject> projects, bool includeOpenMembership)
{
    // A role of sentry.io that only gives access to invoices, also for members of teams.
    private const string RoleWithoutProjects = "billing";

    private readonly (string Slug, string[] Teams)[] _projects =
    [
        .. projects
            .Select(project => (project.Slug, project.TeamSlugs?.ToArray() ?? []))
            .OrderBy(project => project.Slug, StringComparer.Ordinal),
    ];

    /// <summary>Why rows may be missing: projects whose teams are unknown; null for none.</summary>
    public SentryException? Gap { get; } = projects.Gap();

    private readonly Dictionary<string, List<(string Team, string? Role)>> _memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _projectsOfTeam = [];

    // Most people have their access by the same few teams, so equal lists are shared.
    private readonly Dictionary<string, StringList> _teamLists = new(StringComparer.Ordinal);

    /// <summary>The teams of the projects, sorted: their members must be added.</summary>
    public IEnumerable<string> Teams =>
        _projects.SelectMany(project => project.Teams).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Teams whose members could not be read whole: rows may be missing, and no role counts for certain.</summary>
    public List<(string Team, SentryException Fault)> Gaps { get; } = [];

    /// <summary>Teams that projects name, and that are gone.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>Adds a member of a team.</summary>
    public void Add(string team, string member, string? teamRole)
    {
        if (!_memberships.TryGetValue(member, out var teams))
        {
            _memberships[member] = teams = [];
        }

        teams.Add((team, teamRole));
    }

    private bool IsOpen => includeOpenMembership && roles.OpenMembership is true;

    /// <summary>Whether <see cref="RowsOf"/> gives all access of a member, which is unknown if Sentry does not list the role.</summary>
    public bool IsComplete(SentryMember member) =>
        IsOpen || member.Role == RoleWithoutProjects || roles.IsGlobal(member.Role) is not null;

    /// <summary>The projects to which a member has access, by slug.</summary>
    public IEnumerable<SentryAccess> RowsOf(SentryMember member)
    {
        if (member.Role == RoleWithoutProjects)
        {
            return [];
        }

        SentryAccessGrant? everywhere = roles.IsGlobal(member.Role) is true ? SentryAccessGrant.GlobalRole
            : IsOpen ? SentryAccessGrant.OpenMembership : null;
        var own = TeamsByProject(member.Id);
        return (everywhere is null ? own.Keys.Order() : Enumerable.Range(0, _projects.Length)).Select(index =>
        {
            var teams = own.GetValueOrDefault(index);
            var isKnown = !Array.Exists(_projects[index].Teams, team => Gaps.Exists(gap => gap.Team == team));
            SentryAccessGrant? by = everywhere is SentryAccessGrant.GlobalRole ? everywhere
                : teams is not null ? SentryAccessGrant.Team
                : isKnown ? everywhere : null;
            return Row(member, _projects[index].Slug, by, teams ?? [], isKnown);
        });
    }

    private SentryAccess Row(
        SentryMember member, string project, SentryAccessGrant? by, List<(string Team, string? Role)> teams, bool isKnown) => new()
    {
        OrganizationSlug = member.OrganizationSlug,
        MemberId = member.Id,
        UserId = member.UserId,
        Email = member.Email,
        Name = member.Name,
        ProjectSlug = project,
        Grant = by,
        TeamSlugs = isKnown ? ListOf(teams) : null,
        TeamRole = teams.Count == 0 || !isKnown
            ? null
            : teams.Select(team => roles.EffectiveTeamRole(member.Role, team.Role)).Aggregate(roles.Higher),
        Role = member.Role,
        Pending = member.Pending,
        Has2FA = member.Has2FA,
        LastUpdated = member.LastUpdated,
    };

    private Dictionary<int, List<(string Team, string? Role)>> TeamsByProject(string member)
    {
        var found = new Dictionary<int, List<(string Team, string? Role)>>();
        foreach (var team in _memberships.GetValueOrDefault(member) ?? [])
        {
            foreach (var project in ProjectsOf(team.Team))
            {
                if (!found.TryGetValue(project, out var teams))
                {
                    found[project] = teams = [];
                }

                teams.Add(team);
            }
        }

        return found;
    }

    private int[] ProjectsOf(string team)
    {
        if (_projectsOfTeam.Count == 0)
        {
            var pairs = _projects.SelectMany((project, index) => project.Teams.Select(slug => (Team: slug, Index: index)));
            foreach (var group in pairs.GroupBy(pair => pair.Team, pair => pair.Index, StringComparer.Ordinal))
            {
                _projectsOfTeam[group.Key] = [.. group];
            }
        }

        return _projectsOfTeam.GetValueOrDefault(team) ?? [];
    }

    private StringList ListOf(List<(string Team, string? Role)> teams)
    {
        if (teams.Count == 0)
        {
            return StringList.Empty;
        }

        var key = string.Join(' ', teams.Select(team => team.Team));
        return _teamLists.TryGetValue(key, out var list)
            ? list
            : _teamLists[key] = new StringList(teams.Select(team => team.Team).Order(StringComparer.Ordinal));
    }
}
