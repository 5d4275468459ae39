using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
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
    /// <summary>The organizations the token sees, in all regions.</summary>
    public async IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var (organization, readAt) in ReadOrganizationsAsync(SearchQuery.BySlugOrId(keys), cancellationToken).ConfigureAwait(false))
        {
            connection.Directory.Add(organization);
            yield return organization.ToModel(readAt);
        }
    }

    /// <summary>An organization with its settings, as far as the token may see them.</summary>
    public async Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // Without detailed=0 Sentry embeds every team and project.
        var response = await GetAsync(
                organization,
                OrganizationEndpoints.Organization,
                OrganizationEndpoints.Organization.Path(organization.Slug),
                Query.Empty.With("detailed", "0"),
                WireJson.Default.WireOrganization,
                cancellationToken).ConfigureAwait(false);
        return response.Value.ToModel(response.ReceivedAt);
    }

    /// <summary>The homes of the organizations that keys name; with none, of the connection's default or all the token sees.</summary>
    /// <exception cref="SentryException">An organization that a key names does not exist for this token.</exception>
    public async IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(
        OrganizationReference? key,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        key ??= connection.Organization is { } slug ? new OrganizationReference(slug) : null;
        if (key is { IsPattern: false })
        {
            yield return connection.Directory.Find(key.Value) ?? await FindOrganizationAsync(key, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (var (organization, readAt) in ReadOrganizationsAsync(search: null, cancellationToken).ConfigureAwait(false))
        {
            if (key?.Matches(organization.ToModel(readAt)) != false)
            {
                yield return connection.Directory.Add(organization);
            }
        }
    }

    private async Task<OrganizationHome> FindOrganizationAsync(OrganizationReference key, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (
                var (organization, readAt) in ReadOrganizationsAsync(SearchQuery.BySlugOrId([key]), cancellationToken).ConfigureAwait(false)
            )
            {
                if (key.Matches(organization.ToModel(readAt)))
                {
                    return connection.Directory.Add(organization);
                }
            }
        }
        catch (SentryApiException fault) when (fault.Status is 403)
        {
            // The token may not list organizations; it may still work inside one.
            return connection.Directory.Assume(key.Value);
        }

        throw OrganizationDirectory.NotFound(key.Value, connection.BaseUri, connection.Organizations ?? StringList.Empty);
    }

    private IAsyncEnumerable<(WireOrganization Item, DateTimeOffset ReadAt)> ReadOrganizationsAsync(
        string? search,
        CancellationToken cancellationToken) =>
        ReadPagesAsync(
            "organizations",
            connection.BaseUri,
            OrganizationEndpoints.Organizations,
            OrganizationEndpoints.Organizations.Template,
            Query.Empty.WithOptional("query", search),
            WireJson.Default.WireOrganizationArray,
            organization => organization.Id,
            cancellationToken);
}
