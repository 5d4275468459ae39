namespace SentryAudit.Sources;

/// <summary>The teams of every member of an organization.</summary>
internal sealed class TeamMemberships(IEnumerable<(string Member, string Team, string? Role)> rows)
{
    /// <summary>The lowest role of a team, for which Sentry writes null.</summary>
    public const string LeastRole = "contributor";

    /// <summary>The role that is set on the team, or the lowest.</summary>
    public static string RoleOf(SentryTeamMember membership) => membership.TeamRole ?? LeastRole;

    /// <summary>Whether a member has a role on the team, either set on the team or given by the role in the organization.</summary>
    public static bool HasRole(SentryTeamMember membership, string role) => RoleOf(membership) == role || membership.EffectiveRole == role;

    private readonly ILookup<string, (string Team, string? Role)> _teams = rows
        .OrderBy(row => row.Team, StringComparer.Ordinal)
        .ToLookup(row => row.Member, row => (row.Team, row.Role), StringComparer.Ordinal);

    public StringList TeamSlugs(string member) => new(_teams[member].Select(team => team.Team));

    public StringList TeamRoles(string member) => new(_teams[member].Select(team => $"{team.Team}:{team.Role ?? LeastRole}"));
}
