using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Models;

namespace SentryAudit.Api.Organizations;

/// <summary>The environments that events of an organization name.</summary>
internal sealed class EnvironmentsApi(ApiConnection api)
{
    /// <summary>
    /// Their names, those of hidden ones included: a filter may name these, too. Null where Sentry lists none: it lists those of projects
    /// that the token sees. Sentry gives them all at once.
    /// </summary>
    public async Task<IReadOnlyList<string>?> ListNamesAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(
            OrganizationEndpoints.Environments.Of(organization),
            // Without project=-1 Sentry means the projects of the token's owner only.
            Query.Empty.With("project", "-1").With("visibility", "all"),
            WireJson.Default.WireReferenceArray,
            cancellationToken).ConfigureAwait(false);
        string[] names = [.. answer.Value.Select(environment => environment?.Name).OfType<string>()];
        return names is [] ? null : names;
    }
}
