using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api.Organizations;

/// <summary>
/// Organizations that a search of Sentry's list leaves out. They may answer themselves: to the token of an internal integration the list
/// is empty. Or the search compares slugs letter by letter, and the list has them all the same.
/// </summary>
internal sealed class UnlistedOrganizations(ApiConnection api)
{
    /// <summary>Without it, Sentry embeds every team and project.</summary>
    public static readonly Query Plain = Query.Empty.With("detailed", "0");

    /// <summary>The organization of that slug or id; null if there is none for this token.</summary>
    public async Task<SentryOrganization?> FindAsync(OrganizationReference key, CancellationToken cancellationToken) =>
        await GetAsync(key, cancellationToken).ConfigureAwait(false) ?? await FindInListAsync(key, cancellationToken).ConfigureAwait(false);

    private async Task<SentryOrganization?> GetAsync(OrganizationReference key, CancellationToken cancellationToken)
    {
        var home = api.Site.Directory.Find(key.Value) ?? api.Site.Directory.Assume(key.Value);
        try
        {
            var address = OrganizationEndpoints.Organization.Of(home);
            var (wire, _, readAt) = await api.GetAsync(address, Plain, WireJson.Default.WireOrganization, cancellationToken)
                .ConfigureAwait(false);

            // An answer about another one, for example after a redirect, is not what was asked for.
            if (wire.Slug is null || !key.Matches(wire.Slug, wire.Id))
            {
                return null;
            }

            api.Site.Directory.Add(wire);
            return wire.ToModel(readAt);
        }
        catch (SentryApiException refused) when (refused.Status is 401 or 403 or 404)
        {
            return null;
        }
    }

    private async Task<SentryOrganization?> FindInListAsync(OrganizationReference key, CancellationToken cancellationToken)
    {
        var listed = api.ReadAsync(OrganizationsApi.Organizations, organization: null, cancellationToken);
        await foreach (var (organization, readAt) in listed.ConfigureAwait(false))
        {
            var found = organization.ToModel(readAt);
            if (key.Matches(found))
            {
                api.Site.Directory.Add(organization);
                return found;
            }
        }

        return null;
    }
}
