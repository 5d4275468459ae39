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

/// <summary>How people come in: requests for membership, and single sign-on.</summary>
internal sealed partial class SentryClient
{
    /// <summary>Requests that nobody has answered.</summary>
    public IAsyncEnumerable<SentryInviteRequest> ListInviteRequestsAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken) =>
        ListAsync(
            "invite requests",
            organization,
            MemberEndpoints.InviteRequests,
            Query.Empty,
            WireResourceJson.Default.WireInviteRequestArray,
            request => request.Id,
            (request, readAt) => request.ToModel(organization.Slug, readAt),
            cancellationToken);

    /// <summary>The single sign-on of an organization; null without one.</summary>
    public async Task<SentryAuthProvider?> FindAuthProviderAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var request = new SentryRequest
        {
            Host = organization.Host,
            Endpoint = OrganizationEndpoints.AuthProvider,
            Path = OrganizationEndpoints.AuthProvider.Path(organization.Slug),
            Query = Query.Empty.Parameters,
            Observer = observer,
        };
        var response = await connection
            .Transport.SendAsync(request, WireResourceJson.Default.WireAuthProvider, cancellationToken).ConfigureAwait(false);

        // 204 is Sentry's word for "none"; nothing in another answer is no answer.
        return response switch
        {
            { Status: 204 } => null,
            { Value: { } provider } => provider.ToModel(organization.Slug, response.ReceivedAt),
            _ => throw SentryFaults.Unreadable(request, response.Status, isHtml: false, inner: null),
        };
    }
}
