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
    /// <summary>The subscription of an organization. Only sentry.io has any, and tells them to some tokens only.</summary>
    /// <exception cref="SentryApiException">It is not available (403, 404), or the call failed.</exception>
    public async Task<SentrySubscription> GetSubscriptionAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await GetAsync(
                    organization,
                    OrganizationEndpoints.Customer,
                    OrganizationEndpoints.Customer.Path(organization.Slug),
                    Query.Empty,
                    WireJson.Default.WireSubscription,
                    cancellationToken).ConfigureAwait(false);
            return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
        }
        catch (SentryApiException fault) when (fault.Status is 403 or 404)
        {
            throw new SentryApiException(
                "SubscriptionNotAvailable",
                fault.Category,
                $"The subscription of {organization} is not available: {fault.Message}",
                $"Only sentry.io has subscriptions, and it does not promise them to every token. {fault.RecommendedAction} Get-SentryMember counts people and invitations anywhere.",
                fault)
            {
                Status = fault.Status,
                Detail = fault.Detail,
                Code = fault.Code,
                RequestId = fault.RequestId,
                Endpoint = fault.Endpoint,
                RequiredScope = fault.RequiredScope,
            };
        }
    }
}
