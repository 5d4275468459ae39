using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Organizations;

/// <summary>The organizations a token sees, and their settings.</summary>
internal sealed class OrganizationsApi(ApiConnection api)
{
    /// <summary>The list of them.</summary>
    public static readonly Listing<WireOrganization> Organizations = new(
        "organizations",
        OrganizationEndpoints.Organizations,
        WireJson.Default.WireOrganizationArray,
        ListOrder.Holds,
        static organization => organization.Id);

    private readonly UnlistedOrganizations _unlisted = new(api);

    /// <summary>The organizations the token sees, in all regions.</summary>
    public async IAsyncEnumerable<SentryOrganization> ListAsync(
        IReadOnlyList<OrganizationReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = Organizations.Search(SearchQuery.BySlugOrId(keys));
        var listed = new List<SentryOrganization>();
        await foreach (var organization in api.ReadAsync(found, organization: null, cancellationToken).ConfigureAwait(false))
        {
            api.Site.Directory.Add(organization.Item);
            listed.Add(organization.Map((wire, readAt) => wire.ToModel(readAt)));
            yield return listed[^1];
        }

        foreach (var key in Wanted(keys).Where(key => !key.IsPattern && !listed.Exists(key.Matches)))
        {
            if (await _unlisted.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } unlisted)
            {
                yield return unlisted;
            }
        }
    }

    /// <summary>An organization with its settings, as far as the token may see them.</summary>
    public async Task<SentryOrganization> GetAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(
                OrganizationEndpoints.Organization.Of(organization),
                UnlistedOrganizations.Plain,
                WireJson.Default.WireOrganization,
                cancellationToken).ConfigureAwait(false);
        return answer.Map((wire, readAt) => wire.ToModel(readAt));
    }

    /// <summary>Changes settings of an organization. Some that the token may not change, Sentry ignores without an error.</summary>
    public Task<SentryOrganization> SetAsync(
        OrganizationHome organization, SettingsChange<SentryOrganization> change, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryOrganization>(
                $"Changing {organization}",
                Write.Put(OrganizationEndpoints.SetOrganization.Of(organization), change.ToBody())
                    .Showing(WireJson.Default.WireOrganization, (wire, readAt) => wire.ToModel(readAt)))
            {
                ReadBack = async ct => await GetAsync(organization, ct).ConfigureAwait(false),
                Missing = now => PropertyChange.Describe(change.Differences(now)),
            },
            cancellationToken);

    /// <summary>The homes of the organizations that keys name; with none, of the connection's default or all the token sees.</summary>
    /// <exception cref="SentryException">An organization that a key names does not exist for this token.</exception>
    public async IAsyncEnumerable<OrganizationHome> ResolveAsync(
        OrganizationReference? key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        key ??= api.Site.Organization is { } slug ? new OrganizationReference(slug) : null;
        if (key is { IsPattern: false })
        {
            yield return api.Site.Directory.Find(key.Value) ?? await FindHomeAsync(key, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (
            var organization in api.ReadAsync(Organizations, organization: null, cancellationToken).ConfigureAwait(false))
        {
            if (key?.Matches(organization.Map((wire, readAt) => wire.ToModel(readAt))) != false)
            {
                yield return api.Site.Directory.Add(organization.Item);
            }
        }
    }

    /// <summary>
    /// Whether the token is accepted now: null, or the failure. A token that may not list organizations but is known is
    /// accepted.
    /// </summary>
    public async Task<SentryException?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var one = Query.Empty.With("per_page", "1");
            await api.GetAsync(Organizations.In(organization: null), one, Organizations.Type, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SentryApiException fault)
        {
            return fault.Status is 403 ? null : fault;
        }
    }

    private async Task<OrganizationHome> FindHomeAsync(OrganizationReference key, CancellationToken cancellationToken)
    {
        var found = Organizations.Search(SearchQuery.BySlugOrId([key]));
        try
        {
            await foreach (var organization in api.ReadAsync(found, organization: null, cancellationToken).ConfigureAwait(false))
            {
                if (key.Matches(organization.Map((wire, readAt) => wire.ToModel(readAt))))
                {
                    return api.Site.Directory.Add(organization.Item);
                }
            }
        }
        catch (SentryApiException fault) when (fault.Status is 403)
        {
            // The token may not list organizations; it may still work inside one.
            return api.Site.Directory.Assume(key.Value);
        }

        return await _unlisted.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } unlisted
            ? api.Site.Directory.Find(unlisted.Slug)!
            : throw OrganizationDirectory.NotFound(key.Value, api.Site.BaseUri, api.Site.Organizations ?? StringList.Empty);
    }

    private IReadOnlyList<OrganizationReference> Wanted(IReadOnlyList<OrganizationReference> keys) =>
        keys.Count == 0 && api.Site.Organization is { } slug ? [new OrganizationReference(slug)] : keys;
}
