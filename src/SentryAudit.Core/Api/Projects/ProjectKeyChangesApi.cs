using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Projects;

/// <summary>Changes of client keys. A key's id is the key itself: it stays hidden in what is logged.</summary>
internal sealed class ProjectKeyChangesApi(ApiConnection api, ProjectKeysApi keys)
{
    /// <summary>Makes a client key.</summary>
    public async Task<SentryProjectKey> AddAsync(
        OrganizationHome organization, string project, ProjectKeyChange change, bool showSecret, CancellationToken cancellationToken)
    {
        // Keys may have the same label: only what was there before tells a new one.
        var before = await ReadAsync(organization, project, showSecret: false, cancellationToken).ConfigureAwait(false);
        return await api.ChangeAsync(
            new ChangeCall<SentryProjectKey>(
                $"Making a key for {project}",
                Write.Post(ProjectEndpoints.AddProjectKey.Of(organization, project), change.ToBody(key: null)).Showing(
                    WireJson.Default.WireProjectKey,
                    (made, readAt) => made.ToModel(organization.Slug, project, showSecret, readAt)))
            {
                ReadBack = async ct => (await ReadAsync(organization, project, showSecret, ct).ConfigureAwait(false)).Values
                    .FirstOrDefault(key => !before.ContainsKey(key.Id) && key.Label == (change.Label ?? key.Label)),
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Renames, limits, enables or disables a client key.</summary>
    public Task<SentryProjectKey> SetAsync(
        OrganizationHome organization, SentryProjectKey key, SecretText id, ProjectKeyChange change, CancellationToken cancellationToken) =>
        api.ChangeAsync(
            new ChangeCall<SentryProjectKey>(
                $"Changing key {key} of {key.ProjectSlug}",
                Write.Put(AddressOf(ProjectEndpoints.SetProjectKey, organization, key, id), change.ToBody(key)))
            {
                ReadBack = ct => FindAsync(organization, key, ct),
                Missing = now => PropertyChange.Describe(change.Differences(now)),
            },
            cancellationToken);

    /// <summary>Removes a client key: events sent with it are refused for good.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryProjectKey key, SecretText id, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Removing key {key} of {key.ProjectSlug}",
            AddressOf(ProjectEndpoints.RemoveProjectKey, organization, key, id),
            async ct => await FindAsync(organization, key, ct).ConfigureAwait(false) is not null,
            cancellationToken);

    private static EndpointAddress AddressOf(SentryEndpoint endpoint, OrganizationHome organization, SentryProjectKey key, SecretText id) =>
        endpoint.Of(organization, key.ProjectSlug!, id.Reveal()) with { Hidden = id };

    private async Task<SentryProjectKey?> FindAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        CancellationToken cancellationToken) =>
        (await ReadAsync(organization, key.ProjectSlug!, showSecret: false, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(
            key.Id);

    private async Task<Dictionary<string, SentryProjectKey>> ReadAsync(
        OrganizationHome organization, string project, bool showSecret, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, SentryProjectKey>(StringComparer.Ordinal);
        await foreach (var (key, _) in keys.ListOfProjectAsync(organization, project, showSecret, cancellationToken).ConfigureAwait(false))
        {
            found[key.Id] = key;
        }

        return found;
    }
}
