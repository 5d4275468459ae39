using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Teams and their members.</summary>
internal static class TeamEndpoints
{
    public static readonly SentryEndpoint Teams = new("organizations/{org}/teams/", Region, "org:read");
    public static readonly SentryEndpoint AddTeam = new("organizations/{org}/teams/", Region, "team:write", "org:write");
    public static readonly SentryEndpoint SetTeam = new("teams/{org}/{team}/", Region, "team:write");
    public static readonly SentryEndpoint RemoveTeam = new("teams/{org}/{team}/", Region, "team:admin");
    public static readonly SentryEndpoint TeamMembers = new("teams/{org}/{team}/members/", Region, "team:read");
    public static readonly SentryEndpoint AddTeamMember = new(
        "organizations/{org}/members/{member}/teams/{team}/",
        Region,
        "team:write",
        "org:write");
    public static readonly SentryEndpoint SetTeamRole = new(
        "organizations/{org}/members/{member}/teams/{team}/",
        Region,
        "team:write",
        "org:write");
    public static readonly SentryEndpoint RemoveTeamMember = new(
        "organizations/{org}/members/{member}/teams/{team}/",
        Region,
        "team:admin",
        "org:write");
}
