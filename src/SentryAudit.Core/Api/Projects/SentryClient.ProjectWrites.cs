using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Makes a project for a team.</summary>
    public async Task<SentryProject> AddProjectAsync(
        OrganizationHome organization,
        PlannedProject project,
        CancellationToken cancellationToken)
    {
        // Projects may have the same name: only what was there before tells a new one without a slug of its own.
        var before = (await ReadProjectsAsync(organization, cancellationToken).ConfigureAwait(false))
            .Select(there => there.Id)
            .ToHashSet(StringComparer.Ordinal);
        return await ChangeAsync(
                $"Making project {project.Name} for team {project.Team}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Post,
                            organization,
                            ProjectEndpoints.AddProject,
                            ProjectEndpoints.AddProject.Path(organization.Slug, project.Team),
                            project.ToBody(),
                            WireJson.Default.WireProject,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
                },
                async () =>
                    (await ReadProjectsAsync(organization, cancellationToken).ConfigureAwait(false)).FirstOrDefault(there =>
                        there.Name == project.Name && !before.Contains(there.Id))).ConfigureAwait(false);
    }

    /// <summary>A project's settings, which its list leaves out.</summary>
    public async Task<WireProjectSettings> GetProjectSettingsAsync(
        OrganizationHome organization,
        string project,
        CancellationToken cancellationToken) =>
        (
            await GetAsync(
                    organization,
                    ProjectEndpoints.Project,
                    ProjectEndpoints.Project.Path(organization.Slug, project),
                    Query.Empty.With("collapse", "organization"),
                    WireWriteJson.Default.WireProjectSettings,
                    cancellationToken).ConfigureAwait(false)
        ).Value;

    /// <summary>The settings of several, side by side. Sentry lists projects that it does not open to everybody: these come with its refusal, and must not keep the others.</summary>
    public IAsyncEnumerable<(SentryProject Project, WireProjectSettings? Settings, SentryApiException? Refusal)> ReadProjectSettingsAsync(
        OrganizationHome organization, IEnumerable<SentryProject> projects, CancellationToken cancellationToken)
    {
        return projects.SelectInParallel(Parallelism, ReadAsync, cancellationToken);

        async Task<(SentryProject Project, WireProjectSettings? Settings, SentryApiException? Refusal)> ReadAsync(
            SentryProject project,
            CancellationToken ct)
        {
            try
            {
                return (project, await GetProjectSettingsAsync(organization, project.Slug, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException refusal) when (refusal.Status is 403 or 404)
            {
                return (project, null, refusal);
            }
        }
    }

    /// <summary>Changes settings of a project. It is named by its id, which stays when the slug changes.</summary>
    public async Task<SentryProject> SetProjectAsync(
        OrganizationHome organization,
        SentryProject project,
        SettingsChange<WireProjectSettings> change,
        CancellationToken cancellationToken)
    {
        var endpoint = ProjectEndpoints.SetProject;
        var what = $"Changing project {project}";
        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, project.Slug),
                            change.ToBody(),
                            cancellationToken).ConfigureAwait(false),
                async () =>
                    Missing(
                        change.Differences(await GetProjectSettingsAsync(organization, project.Id, cancellationToken).ConfigureAwait(false))
                    )
                        ? null
                        : project).ConfigureAwait(false);

        var after = await ReadBackAsync(what, () => GetProjectSettingsAsync(organization, project.Id, cancellationToken))
            .ConfigureAwait(false);
        return PropertyChange.Describe(change.Differences(after)) is { } missing
            ? throw Incomplete($"project {project}", missing)
            : await ReadBackAsync(what, () => FindProjectAsync(organization, project.Id, cancellationToken)).ConfigureAwait(false)
                ?? project;
    }

    /// <summary>Removes a project. It is out of all lists at once; Sentry deletes its data later.</summary>
    public Task RemoveProjectAsync(OrganizationHome organization, SentryProject project, CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Removing project {project}",
            organization,
            ProjectEndpoints.RemoveProject,
            ProjectEndpoints.RemoveProject.Path(organization.Slug, project.Slug),
            async () =>
                await FindProjectAsync(organization, project.Id, cancellationToken).ConfigureAwait(false) is { IsBeingDeleted: false },
            cancellationToken);

    /// <summary>Gives a project to a team.</summary>
    public async Task<SentryProject> AddProjectTeamAsync(
        OrganizationHome organization,
        SentryProject project,
        string team,
        CancellationToken cancellationToken)
    {
        async Task<SentryProject?> LookAsync() =>
            await FindProjectAsync(organization, project.Id, cancellationToken).ConfigureAwait(false) is { } now
            && now.TeamSlugs.Contains(team)
                ? now
                : null;

        var what = $"Giving {project} to team {team}";
        await ChangeAsync<object>(
                what,
                async () =>
                    await SendAsync(
                            HttpMethod.Post,
                            organization,
                            ProjectEndpoints.ProjectTeam,
                            ProjectEndpoints.ProjectTeam.Path(organization.Slug, project.Slug, team),
                            [],
                            cancellationToken).ConfigureAwait(false),
                async () => await LookAsync().ConfigureAwait(false)).ConfigureAwait(false);
        return await ReadBackAsync(what, LookAsync).ConfigureAwait(false) ?? throw Incomplete($"the teams of {project}", team);
    }

    /// <summary>Takes a project away from a team.</summary>
    public Task RemoveProjectTeamAsync(
        OrganizationHome organization,
        SentryProject project,
        string team,
        CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Taking {project} from team {team}",
            organization,
            ProjectEndpoints.ProjectTeam,
            ProjectEndpoints.ProjectTeam.Path(organization.Slug, project.Slug, team),
            async () =>
                await FindProjectAsync(organization, project.Id, cancellationToken).ConfigureAwait(false) is { } now
                && now.TeamSlugs.Contains(team),
            cancellationToken);

    private async Task<IReadOnlyList<SentryProject>> ReadProjectsAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken
    ) => await ListProjectsAsync(organization, [], [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);

    private async Task<SentryProject?> FindProjectAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        (
            await ListProjectsAsync(organization, [new ProjectReference(id)], [], cancellationToken)
                .ReadAllAsync(cancellationToken).ConfigureAwait(false)
        ).FirstOrDefault(project => project.Id == id);
}
