using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Whether the token is accepted now: null, or the failure. A token that may not list organizations but is known is accepted.</summary>
    public async Task<SentryException?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await GetAsync(
                    connection.BaseUri,
                    OrganizationEndpoints.Organizations,
                    OrganizationEndpoints.Organizations.Template,
                    Query.Empty.With("per_page", "1"),
                    WireJson.Default.WireOrganizationArray,
                    cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SentryApiException fault)
        {
            return fault.Status is 403 ? null : fault;
        }
    }
}
