using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Organizations;

/// <summary>What the owner of the token may do: <c>access</c> of an organization, where Sentry itself joins token and role.</summary>
internal sealed class CallerAccessApi(ApiConnection api)
{
    public async Task<CallerAccess> GetAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var address = OrganizationEndpoints.Organization.Of(organization);
        var answer = await api.GetAsync(address, UnlistedOrganizations.Plain, WireJson.Default.WireOrganization, cancellationToken)
            .ConfigureAwait(false);
        return new CallerAccess(organization.Slug, answer.Value.OrgRole ?? answer.Value.Role, answer.Value.Access);
    }
}
