using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Teams;

/// <summary>The teams of an organization.</summary>
internal sealed class TeamsApi(ApiConnection api)
{
    private static readonly Listing<WireTeam> Teams = new("teams", TeamEndpoints.Teams, WireJson.Default.WireTeamArray, static team => team.Id);

    /// <summary>The teams of an organization with their projects.</summary>
    public IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        api.ListAsync(
            Teams.Search(SearchQuery.BySlugOrId(keys)),
            organization,
            (team, readAt) => team.ToModel(organization.Slug, readAt),
            cancellationToken);

    /// <summary>The slugs of all teams, without their projects.</summary>
    public IAsyncEnumerable<string> ListSlugsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.ListAsync(Teams.With("detailed", "0"), organization, static (team, _) => team.Slug!, cancellationToken);

    /// <summary>The first team of which something is true; null when there is none.</summary>
    public async Task<SentryTeam?> FindAsync(
        OrganizationHome organization, Func<SentryTeam, bool> isWanted, CancellationToken cancellationToken) =>
        (await ListAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(isWanted);
}
