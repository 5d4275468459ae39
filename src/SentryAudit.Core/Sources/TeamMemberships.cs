namespace SentryAudit.Sources;

/// <summary>The teams of every member of an organization.</summary>
internal sealed class TeamMemberships(IEnumerable<(string Member, string Team, string? Role)> rows)
{
    // Sentry writes null for the least role of a team.
    /// <summary>The role on a team of somebody for whom none is set.</summary>
    public const string LeastRole = "contributor";

    /// <summary>The role set on the team, or the least.</summary>
    public static string RoleOf(SentryTeamMember place) => place.TeamRole ?? LeastRole;

    /// <summary>Whether somebody has a role on the team: set there, or given by the role in the organization.</summary>
    public static bool HasRole(SentryTeamMember place, string role) => RoleOf(place) == role || place.EffectiveRole == role;

    private readonly ILookup<string, (string Team, string? Role)> _teams = rows
        .OrderBy(row => row.Team, StringComparer.Ordinal)
        .ToLookup(row => row.Member, row => (row.Team, row.Role), StringComparer.Ordinal);

    public StringList TeamSlugs(string member) => new(_teams[member].Select(team => team.Team));

    public StringList TeamRoles(string member) => new(_teams[member].Select(team => $"{team.Team}:{team.Role ?? LeastRole}"));
}
