using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Members;

/// <summary>The single sign-on of an organization.</summary>
internal sealed class AuthProvidersApi(ApiConnection api)
{
    /// <summary>The single sign-on of an organization; null without one.</summary>
    public async Task<SentryAuthProvider?> FindAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var request = api.Request(OrganizationEndpoints.AuthProvider.Of(organization));
        var response = await api.Site.Transport
            .SendAsync(request, WireJson.Default.WireAuthProvider.Forgiving(), cancellationToken).ConfigureAwait(false);

        // 204 is Sentry's word for "none"; nothing in another answer is no answer.
        return response.Status is 204
            ? null
            : ApiConnection.AnswerOf(request, response).Map((provider, readAt) => provider.ToModel(organization.Slug, readAt));
    }
}
