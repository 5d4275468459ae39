using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

/// <summary>Teams and their members, changed.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint AddTeam = new("organizations/{org}/teams/", Region, "team:write", "org:write");
    public static readonly SentryEndpoint SetTeam = new("teams/{org}/{team}/", Region, "team:write");
    public static readonly SentryEndpoint RemoveTeam = new("teams/{org}/{team}/", Region, "team:admin");
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
