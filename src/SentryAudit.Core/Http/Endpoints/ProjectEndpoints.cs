using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Projects, their teams and their client keys.</summary>
internal static class ProjectEndpoints
{
    public static readonly SentryEndpoint Projects = new("organizations/{org}/projects/", Region, "org:read");
    public static readonly SentryEndpoint AddProject = new("teams/{org}/{team}/projects/", Region, "project:write");
    public static readonly SentryEndpoint Project = new("projects/{org}/{project}/", Region, "project:read");
    public static readonly SentryEndpoint SetProject = new("projects/{org}/{project}/", Region, "project:write");
    public static readonly SentryEndpoint RemoveProject = new("projects/{org}/{project}/", Region, "project:admin");
    public static readonly SentryEndpoint ProjectTeam = new("projects/{org}/{project}/teams/{team}/", Region, "project:write");
    public static readonly SentryEndpoint ProjectKeys = new("organizations/{org}/project-keys/", Region, "org:read");
    public static readonly SentryEndpoint KeysOfProject = new("projects/{org}/{project}/keys/", Region, "project:read");
    public static readonly SentryEndpoint AddProjectKey = new("projects/{org}/{project}/keys/", Region, "project:write");
    public static readonly SentryEndpoint SetProjectKey = new("projects/{org}/{project}/keys/{key}/", Region, "project:write");
    public static readonly SentryEndpoint RemoveProjectKey = new("projects/{org}/{project}/keys/{key}/", Region, "project:admin");
}
