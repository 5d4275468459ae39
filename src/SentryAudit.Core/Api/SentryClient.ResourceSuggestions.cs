using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    private Task<IReadOnlyList<CompletionItem>> SuggestResourceAsync(
        OrganizationHome organization,
        CompletionKind kind,
        Query query,
        CancellationToken cancellationToken) =>
        kind switch
        {
            CompletionKind.ProjectKey => SuggestAsync(
                organization,
                ProjectEndpoints.ProjectKeys,
                Query.Empty.With("per_page", PageSize),
                WireResourceJson.Default.WireProjectKeyArray,
                key => (key.Label, $"Key of project {key.ProjectId}"),
                cancellationToken),
            CompletionKind.Repository => SuggestAsync(
                organization,
                IntegrationEndpoints.Repositories,
                query,
                WireResourceJson.Default.WireRepositoryArray,
                repository => (repository.Name, $"{repository.Provider?.Name} repository"),
                cancellationToken),
            CompletionKind.Monitor => SuggestAsync(
                organization,
                AlertEndpoints.Detectors,
                query.With("project", "-1"),
                WireResourceJson.Default.WireMonitorDetectorArray,
                monitor => (monitor.Name, $"Monitor {monitor.Id}, {monitor.Type}"),
                cancellationToken),
            CompletionKind.Integration => SuggestAsync(
                organization,
                IntegrationEndpoints.Integrations,
                Query.Empty.With("per_page", PageSize).With("includeConfig", "0"),
                WireResourceJson.Default.WireIntegrationArray,
                integration => (integration.Name, $"{integration.Provider?.Name} integration"),
                cancellationToken),
            CompletionKind.CustomIntegration => SuggestAsync(
                organization,
                IntegrationEndpoints.CustomIntegrations,
                Query.Empty.With("per_page", PageSize),
                WireResourceJson.Default.WireCustomIntegrationArray,
                app => (app.Slug, $"Custom integration {app.Name}"),
                cancellationToken),
            CompletionKind.InviteRequest => SuggestAsync(
                organization,
                MemberEndpoints.InviteRequests,
                Query.Empty.With("per_page", PageSize),
                WireResourceJson.Default.WireInviteRequestArray,
                request => (request.Email, $"Invite request, {request.InviteStatus}"),
                cancellationToken),
            _ => Task.FromResult<IReadOnlyList<CompletionItem>>([]),
        };
}
