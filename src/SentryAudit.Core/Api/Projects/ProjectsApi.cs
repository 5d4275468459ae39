using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Projects;

/// <summary>The projects of an organization.</summary>
internal sealed class ProjectsApi(ApiConnection api)
{
    private static readonly Listing<WireProject> Projects =
        new("projects", ProjectEndpoints.Projects, WireJson.Default.WireProjectArray, ListOrder.Moves, static project => project.Id);

    /// <summary>The active projects of an organization, also those the token's owner is not a member of.</summary>
    public IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken)
    {
        var named = SearchQuery.BySlugOrId(keys);
        var search = named ?? (teams.Any(team => team.IsId) ? null : SearchQuery.For(teams, team => $"team:{team.Value}"));
        return new NamedListing<ProjectReference, SentryProject>(
            found => SearchAsync(organization, found, cancellationToken),
            static (key, project) => key.Matches(project),
            static project => project.Id).ReadAsync(organization, named is null ? [] : keys, search, cancellationToken);
    }

    /// <summary>
    /// The slug of every project by its id: alert rules, client keys and others name their projects by id only. The slug of a project
    /// that Sentry could not tell is unknown, and does not keep the others.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadSlugsAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        var reach = await api.Reach.ReadAsync(api, organization, cancellationToken).ConfigureAwait(false);
        foreach (var (id, slug, _) in reach.Projects)
        {
            slugs[id] = slug;
        }

        return slugs;
    }

    /// <summary>The slugs of all projects within reach, in Sentry's order. That others are left out is a warning.</summary>
    public async Task<IReadOnlyList<string>> ReadReachableSlugsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var reach = await api.Reach.ReadAsync(api, organization, cancellationToken).ConfigureAwait(false);
        await api.Reach.TellAsync(api, organization, selection: null, cancellationToken).ConfigureAwait(false);
        return reach.Untold is { } fault ? throw fault : [.. reach.Reachable.Select(project => project.Slug)];
    }

    /// <summary>One project; null when there is none of this id.</summary>
    public async Task<SentryProject?> FindAsync(OrganizationHome organization, string id, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(organization, $"id:{id}", cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(project => project.Id == id);
    }

    private IAsyncEnumerable<SentryProject> SearchAsync(
        OrganizationHome organization, string? search, CancellationToken cancellationToken) =>
        api.ListAsync(
            Projects.Search(search).With("collapse", "latestDeploys"),
            organization,
            (project, readAt) => project.ToModel(organization.Slug, readAt),
            cancellationToken);
}
