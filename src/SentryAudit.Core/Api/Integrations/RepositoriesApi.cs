using System.Runtime.CompilerServices;
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
    public async IAsyncEnumerable<SentryRepository> ListAsync(
        OrganizationHome organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Each once, whatever the server does with the status.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = Statuses
            .Select(status => api.ListAsync(
                Repositories.With("status", status),
                organization,
                (repository, readAt) => repository.ToModel(organization.Slug, readAt),
                cancellationToken))
            .InTurn(cancellationToken);
        await foreach (var repository in found.ConfigureAwait(false))
        {
            if (seen.Add(repository.Id))
            {
                yield return repository;
            }
        }
    }
}
