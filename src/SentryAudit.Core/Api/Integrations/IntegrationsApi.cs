using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Integrations;

/// <summary>What an organization has installed. Integrations live in the control silo: a region knows none of them.</summary>
internal sealed class IntegrationsApi(ApiConnection api)
{
    // Without includeConfig=0 Sentry asks the other services for their settings, one after another.
    private static readonly Listing<WireIntegration> Integrations = new Listing<WireIntegration>(
        "integrations",
        IntegrationEndpoints.Integrations,
        WireJson.Default.WireIntegrationArray,
        ListOrder.Moves,
        static integration => integration.Id).With("includeConfig", "0");

    /// <summary>The integrations of an organization, in every status.</summary>
    public IAsyncEnumerable<SentryIntegration> ListAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.ListAsync(
            Integrations, organization, (integration, readAt) => integration.ToModel(organization.Slug, readAt), cancellationToken);
}
