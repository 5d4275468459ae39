using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectTeam;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of projects and of which teams have them.</summary>
internal static class ProjectChanges
{
    private const string Teams = "organizations/{org}/teams/";
    private const string Projects = "organizations/{org}/projects/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "make a project",
            "POST teams/{org}/{team}/projects/",
            null,
            _ => "Newcomer",
            name => new NewSentryProjectCommand
            {
                Organization = First,
                Name = [name],
                Team = new("frontend"),
            },
            (acme, name) => acme.Projects.Find(project => project.Name == name)?.Slug),
        new(
            "rename a project",
            "PUT projects/{org}/{project}/",
            Projects,
            _ => "search",
            slug => new SetSentryProjectCommand
            {
                Organization = First,
                Project = [new(slug)],
                Name = "Another name",
                ResolveAgeHours = 48,
            },
            (acme, slug) => ProjectOf(acme, slug)!.Name),
        new(
            "remove a project",
            "DELETE projects/{org}/{project}/",
            Projects,
            _ => "search",
            slug => new RemoveSentryProjectCommand { Organization = First, Project = [new(slug)] },
            (acme, slug) => ProjectOf(acme, slug)?.Status),
        new(
            "give a project to a team",
            "POST projects/{org}/{project}/teams/{team}/",
            Teams,
            _ => "search",
            slug => new AddSentryProjectTeamCommand
            {
                Organization = First,
                Project = [new(slug)],
                Team = [new("frontend")],
            },
            TeamsOf),
        new(
            "take a project from a team",
            "DELETE projects/{org}/{project}/teams/{team}/",
            Projects,
            _ => "web-frontend",
            slug => new RemoveSentryProjectTeamCommand
            {
                Organization = First,
                Project = [new(slug)],
                Team = [new("frontend")],
            },
            TeamsOf),
    ];

    private static SandboxProject? ProjectOf(SandboxOrganization organization, string slug) =>
        organization.Projects.Find(project => project.Slug == slug);

    private static string TeamsOf(SandboxOrganization organization, string slug) =>
        string.Join(' ', ProjectOf(organization, slug)!.Teams.Select(team => team.Slug));
}
