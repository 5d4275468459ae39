using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Stats;

/// <summary>The subscriptions of organizations. Only sentry.io has any, and it shows them to some tokens only.</summary>
internal sealed class SubscriptionsApi(ApiConnection api)
{
    /// <summary>The subscription of an organization.</summary>
    /// <exception cref="SentryApiException">It is not available (403, 404), or the call failed.</exception>
    public async Task<SentrySubscription> GetAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.GetAsync(
                OrganizationEndpoints.Customer.Of(organization),
                WireJson.Default.WireSubscription,
                cancellationToken).ConfigureAwait(false);
            return answer.Map((wire, readAt) => wire.ToModel(organization.Slug, readAt));
        }
        catch (SentryApiException fault) when (fault.Status is 403 or 404)
        {
            throw NotAvailable(organization, fault);
        }
    }

    private static SentryApiException NotAvailable(OrganizationHome organization, SentryApiException fault) =>
        new(
            "SubscriptionNotAvailable",
            fault.Category,
            $"The subscription of {organization} is not available: {fault.Message}",
            $"Only sentry.io has subscriptions, and it does not promise them to every token. {fault.RecommendedAction} "
            + "Get-SentryMember counts people and invitations anywhere.",
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
