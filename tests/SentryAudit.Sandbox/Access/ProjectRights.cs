using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Access;

/// <summary>
/// Which projects and teams a caller reaches. With open membership that is every one; without it, those a person works on, unless the
/// role reaches everywhere.
/// </summary>
internal static class ProjectRights
{
    public static bool Reaches(this Exchange exchange, SandboxProject project) =>
        exchange.ReachesAllTeams() || (exchange.Me is { } me && project.IsWorkedOnBy(me));

    public static bool Reaches(this Exchange exchange, SandboxTeam team) =>
        exchange.ReachesAllTeams() || (exchange.Me is { } me && team.Memberships.Exists(place => place.Member == me));

    /// <summary>Sentry lists all projects and teams to every member, and refuses what is in those out of reach.</summary>
    public static SandboxProject Checked(this Exchange exchange, SandboxProject project) =>
        exchange.Reaches(project) ? project : throw ApiError.Forbidden();

    public static SandboxTeam Checked(this Exchange exchange, SandboxTeam team) =>
        exchange.Reaches(team) ? team : throw ApiError.Forbidden();
}
