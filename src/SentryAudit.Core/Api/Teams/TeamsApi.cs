using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Teams;

/// <summary>The teams of an organization.</summary>
internal sealed class TeamsApi(ApiConnection api)
{
    private static readonly Listing<WireTeam> Teams =
        new("teams", TeamEndpoints.Teams, WireJson.Default.WireTeamArray, ListOrder.Moves, static team => team.Id);

    /// <summary>The teams of an organization with their projects.</summary>
    public IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        new NamedListing<TeamReference, SentryTeam>(
            search => SearchAsync(organization, search, cancellationToken),
            static (key, team) => key.Matches(team),
            static team => team.Id).ReadAsync(organization, keys, SearchQuery.BySlugOrId(keys), cancellationToken);

    /// <summary>The slugs of all teams, without their projects.</summary>
    public IAsyncEnumerable<string> ListSlugsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.ListAsync(Teams.With("detailed", "0"), organization, static (team, _) => team.Slug!, cancellationToken);

    /// <summary>The first team of which something is true; null when there is none.</summary>
    public async Task<SentryTeam?> FindAsync(
        OrganizationHome organization,
        Func<SentryTeam, bool> isWanted,
        CancellationToken cancellationToken) =>
        (await ListAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(
            isWanted);

    /// <summary>A team by its id; null when there is none.</summary>
    private async Task<SentryTeam?> FindAsync(OrganizationHome organization, string id, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(organization, $"id:{id}", cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(team => team.Id == id);
    }

    /// <summary>Makes a team. Who makes it is on it at once.</summary>
    public Task<SentryTeam> AddAsync(OrganizationHome organization, string slug, string? name, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["slug"] = slug };
        if (name is not null)
        {
            body["name"] = name;
        }

        return api.ChangeAsync(
            new ChangeCall<SentryTeam>(
                $"Making team {slug}",
                Write.Post(TeamEndpoints.AddTeam.Of(organization), body)
                    .Showing(WireJson.Default.WireTeam, (team, readAt) => team.ToModel(organization.Slug, readAt)))
            {
                ReadBack = ct => FindAsync(organization, team => team.Slug == slug, ct),
            },
            cancellationToken);
    }

    /// <summary>Renames a team. Sentry wants the slug in any case, and leaves the projects out of its answer.</summary>
    public Task<SentryTeam> SetAsync(
        OrganizationHome organization, SentryTeam team, string? slug, string? name, CancellationToken cancellationToken)
    {
        var (newSlug, newName) = (slug ?? team.Slug, name ?? team.Name);
        return api.ChangeAsync(
            new ChangeCall<SentryTeam>(
                $"Changing team {team}",
                Write.Put(TeamEndpoints.SetTeam.Of(organization, team.Slug), new JsonObject { ["slug"] = newSlug, ["name"] = newName }))
            {
                ReadBack = ct => FindAsync(organization, team.Id, ct),
                Missing = now => now.Slug == newSlug && now.Name == newName ? null : "the new slug or name",
            },
            cancellationToken);
    }

    /// <summary>Removes a team. Its projects and members stay.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryTeam team, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Removing team {team}",
            TeamEndpoints.RemoveTeam.Of(organization, team.Slug),
            async ct => await FindAsync(organization, team.Id, ct).ConfigureAwait(false) is not null,
            cancellationToken);

    private IAsyncEnumerable<SentryTeam> SearchAsync(
        OrganizationHome organization, string? search, CancellationToken cancellationToken) =>
        api.ListAsync(
            Teams.Search(search), organization, (team, readAt) => team.ToModel(organization.Slug, readAt), cancellationToken);
}
