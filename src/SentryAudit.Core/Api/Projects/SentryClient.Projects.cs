using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The active projects of an organization, also those the token's owner is not a member of.</summary>
    public IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken)
    {
        var search = SearchQuery.BySlugOrId(keys)
            ?? (teams.Any(team => team.IsId) ? null : SearchQuery.For(teams, team => $"team:{team.Value}"));
        return ListAsync(
            "projects",
            organization,
            ProjectEndpoints.Projects,
            Query.Empty.WithOptional("query", search).With("collapse", "latestDeploys"),
            WireJson.Default.WireProjectArray,
            project => project.Id,
            (project, readAt) => project.ToModel(organization.Slug, readAt),
            cancellationToken);
    }

    /// <summary>Slug of every project by its id: alert rules name their projects by id only.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ReadProjectSlugsAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var project in ListProjectsAsync(organization, [], [], cancellationToken).ConfigureAwait(false))
        {
            slugs[project.Id] = project.Slug;
        }

        return slugs;
    }
}
