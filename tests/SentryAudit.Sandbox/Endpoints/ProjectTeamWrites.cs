using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// The teams of a project.
/// <c>POST|DELETE projects/{org}/{project}/teams/{team}/</c>: 201|200 with the project, whether it changed anything or not;
/// 404 {"detail":"Team does not exist."}.
/// </summary>
internal static class ProjectTeamWrites
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("projects/{org}/{project}/teams/{team}/", ProjectWrites.Writers, AddTeam) { Method = "POST" },
        new("projects/{org}/{project}/teams/{team}/", ProjectWrites.Writers, RemoveTeam) { Method = "DELETE" },
    ];

    private static SandboxTeam Team(Exchange exchange)
    {
        var wanted = exchange.Route("team");
        return exchange.Organization.Teams.Find(team => team.Slug == wanted || team.Id == wanted)
            ?? throw ApiError.NotFound("Team does not exist.");
    }

    private static Answer AddTeam(Exchange exchange)
    {
        var (project, team) = (Filters.PathProject(exchange), Team(exchange));
        if (!project.Teams.Contains(team))
        {
            project.Teams.Add(team);
        }

        ProjectWrites.Note(exchange, project, "project-team.add", $"added team {team.Slug} to project {project.Slug}");
        return Answer.Json(json => ProjectDetailJson.WriteWithTeams(json, project, exchange), 201);
    }

    private static Answer RemoveTeam(Exchange exchange)
    {
        var (project, team) = (Filters.PathProject(exchange), Team(exchange));
        project.Teams.Remove(team);
        ProjectWrites.Note(exchange, project, "project-team.remove", $"removed team {team.Slug} from project {project.Slug}");
        return Answer.Json(json => ProjectDetailJson.WriteWithTeams(json, project, exchange));
    }
}
