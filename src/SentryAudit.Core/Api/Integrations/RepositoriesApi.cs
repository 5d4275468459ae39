using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Integrations;

/// <summary>The repositories that an organization's integrations bring.</summary>
internal sealed class RepositoriesApi(ApiConnection api)
{
    private static readonly Listing<WireRepository> Repositories = new(
        "repositories",
        IntegrationEndpoints.Repositories,
        WireJson.Default.WireRepositoryArray,
        ListOrder.Moves,
        static repository => repository.Id);

    // Sentry lists only the active ones, unless asked; "deleted" is its word for all others.
    private static readonly string[] Statuses = ["active", "deleted"];

    /// <summary>The repositories of an organization in every status, the active ones first.</summary>
    public IAsyncEnumerable<SentryRepository> ListAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Statuses
            .Select(status => api.ListAsync(
                Repositories.With("status", status),
                organization,
                (repository, readAt) => repository.ToModel(organization.Slug, readAt),
                cancellationToken))
            .InTurn(cancellationToken);
}
