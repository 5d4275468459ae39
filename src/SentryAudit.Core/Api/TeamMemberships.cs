namespace SentryAudit.Api;

/// <summary>The teams of every member of an organization.</summary>
internal sealed class TeamMemberships(IEnumerable<(string Member, string Team, string? Role)> rows)
{
    // Sentry writes null for the least role of a team.
    /// <summary>The role on a team of somebody for whom none is set.</summary>
    public const string LeastRole = "contributor";

    private readonly ILookup<string, (string Team, string? Role)> _teams = rows
        .OrderBy(row => row.Team, StringComparer.Ordinal)
        .ToLookup(row => row.Member, row => (row.Team, row.Role), StringComparer.Ordinal);

    public StringList TeamSlugs(string member) => new(_teams[member].Select(team => team.Team));

    public StringList TeamRoles(string member) => new(_teams[member].Select(team => $"{team.Team}:{team.Role ?? LeastRole}"));
}
