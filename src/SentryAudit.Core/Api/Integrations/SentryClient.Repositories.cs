using System.Runtime.CompilerServices;
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
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    // Sentry lists the active ones only, unless asked; "deleted" is its word for all others.
    private static readonly string[] RepositoryStatuses = ["active", "deleted"];

    /// <summary>The repositories of an organization in every status, the active ones first.</summary>
    public async IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(
        OrganizationHome organization,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var status in RepositoryStatuses)
        {
            var repositories = ListAsync(
                "repositories",
                organization,
                IntegrationEndpoints.Repositories,
                Query.Empty.With("status", status),
                WireJson.Default.WireRepositoryArray,
                repository => repository.Id,
                (repository, readAt) => repository.ToModel(organization.Slug, readAt),
                cancellationToken);
            await foreach (var repository in repositories.ConfigureAwait(false))
            {
                yield return repository;
            }
        }
    }
}
