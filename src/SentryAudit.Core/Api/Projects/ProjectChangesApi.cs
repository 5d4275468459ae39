using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Projects;

/// <summary>Projects made and removed, and given to teams.</summary>
internal sealed class ProjectChangesApi(ApiConnection api, ProjectsApi projects)
{
    /// <summary>Makes a project for a team.</summary>
    public async Task<SentryProject> AddAsync(OrganizationHome organization, PlannedProject project, CancellationToken cancellationToken)
    {
        // Projects may have the same name: only what was there before tells a new one without a slug of its own.
        var before = (await ReadAllAsync(organization, cancellationToken).ConfigureAwait(false))
            .Select(existing => existing.Id)
            .ToHashSet(StringComparer.Ordinal);
        return await api.ChangeAsync(
            new ChangeCall<SentryProject>(
                $"Making project {project.Name} for team {project.Team}",
                Write.Post(ProjectEndpoints.AddProject.Of(organization, project.Team), project.ToBody())
                    .Showing(WireJson.Default.WireProject, (made, readAt) => made.ToModel(organization.Slug, readAt)))
            {
                ReadBack = async ct => (await ReadAllAsync(organization, ct).ConfigureAwait(false))
                    .FirstOrDefault(existing => existing.Name == project.Name && !before.Contains(existing.Id)),
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a project. It is out of all lists at once; Sentry deletes its data later.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryProject project, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Removing project {project}",
            ProjectEndpoints.RemoveProject.Of(organization, project.Slug),
            async ct => await projects.FindAsync(organization, project.Id, ct).ConfigureAwait(false) is { IsBeingDeleted: false },
            cancellationToken);

    /// <summary>Gives a project to a team.</summary>
    public Task<SentryProject> AddTeamAsync(
        OrganizationHome organization, SentryProject project, string team, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryProject>(
                $"Giving {project} to team {team}",
                Write.Post(ProjectEndpoints.ProjectTeam.Of(organization, project.Slug, team), []))
            {
                ReadBack = ct => projects.FindAsync(organization, project.Id, ct),
                Missing = now => now.KnownTeams().Contains(team) ? null : $"the team {team}",
            },
            cancellationToken);

    /// <summary>Takes a project away from a team.</summary>
    public Task RemoveTeamAsync(OrganizationHome organization, SentryProject project, string team, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Taking {project} from team {team}",
            ProjectEndpoints.ProjectTeam.Of(organization, project.Slug, team),
            async ct =>
                await projects.FindAsync(organization, project.Id, ct).ConfigureAwait(false) is { } now && now.KnownTeams().Contains(team),
            cancellationToken);

    private Task<IReadOnlyList<SentryProject>> ReadAllAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        projects.ListAsync(organization, [], [], cancellationToken).ReadAllAsync(cancellationToken);
}
