using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Projects;

/// <summary>The settings of projects, which their list leaves out.</summary>
internal sealed class ProjectSettingsApi(ApiConnection api, ProjectsApi projects)
{
    private static readonly Query WithoutOrganization = Query.Empty.With("collapse", "organization");

    /// <summary>The settings of a project by its slug or id.</summary>
    public async Task<WireProjectSettings> GetAsync(OrganizationHome organization, string project, CancellationToken cancellationToken) =>
        (await api.GetAsync(
            ProjectEndpoints.Project.Of(organization, project),
            WithoutOrganization,
            WireJson.Default.WireProjectSettings,
            cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>
    /// The settings of several, side by side. Sentry lists projects that it does not open to everybody: these come with its
    /// refusal, and do not keep the others.
    /// </summary>
    public IAsyncEnumerable<(SentryProject Project, WireProjectSettings? Settings, SentryApiException? Refusal)> ReadAsync(
        OrganizationHome organization, IEnumerable<SentryProject> wanted, CancellationToken cancellationToken)
    {
        return wanted.SelectInParallel(ApiConnection.Parallelism, ReadOneAsync, cancellationToken);

        async Task<(SentryProject Project, WireProjectSettings? Settings, SentryApiException? Refusal)> ReadOneAsync(
            SentryProject project, CancellationToken ct)
        {
            try
            {
                return (project, await GetAsync(organization, project.Slug, ct).ConfigureAwait(false), null);
            }
            catch (SentryApiException refusal) when (refusal.Status is 403 or 404)
            {
                return (project, null, refusal);
            }
        }
    }

    /// <summary>Changes settings of a project. It is read back by its id, which stays when the slug changes.</summary>
    public async Task<SentryProject> SetAsync(
        OrganizationHome organization,
        SentryProject project,
        SettingsChange<WireProjectSettings> change,
        CancellationToken cancellationToken)
    {
        var what = $"Changing project {project}";
        await api.ChangeAsync(
            new ChangeCall<WireProjectSettings>(
                what, Write.Put(ProjectEndpoints.SetProject.Of(organization, project.Slug), change.ToBody()))
            {
                ReadBack = async ct => await GetAsync(organization, project.Id, ct).ConfigureAwait(false),
                Missing = now => PropertyChange.Describe(change.Differences(now)),
            },
            cancellationToken).ConfigureAwait(false);
        return await ChangeSteps.ReadBackAsync(what, ct => projects.FindAsync(organization, project.Id, ct), cancellationToken)
            .ConfigureAwait(false) ?? project;
    }
}
