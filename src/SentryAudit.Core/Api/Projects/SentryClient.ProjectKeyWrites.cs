using System.Runtime.CompilerServices;
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
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The client keys of a project, each with what Sentry calls it by: the key itself, which is never shown.</summary>
    public async IAsyncEnumerable<(SentryProjectKey Key, SecretText Id)> ListKeysOfProjectAsync(
        OrganizationHome organization,
        string project,
        bool showSecret,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var (key, readAt) in ReadPagesAsync(
                    $"keys of {project} of {organization}",
                    organization.Host,
                    ProjectEndpoints.KeysOfProject,
                    ProjectEndpoints.KeysOfProject.Path(organization.Slug, project),
                    Query.Empty,
                    WireResourceJson.Default.WireProjectKeyArray,
                    key => key.Id,
                    cancellationToken).ConfigureAwait(false))
        {
            yield return (key.ToModel(organization.Slug, project, showSecret, readAt), new SecretText(key.Id ?? key.Public ?? ""));
        }
    }

    /// <summary>Makes a client key.</summary>
    public async Task<SentryProjectKey> AddProjectKeyAsync(
        OrganizationHome organization,
        string project,
        ProjectKeyChange change,
        bool showSecret,
        CancellationToken cancellationToken)
    {
        // Keys may have the same label: only what was there before tells a new one.
        var before = await ReadKeysAsync(organization, project, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
                $"Making a key for {project}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Post,
                            organization,
                            ProjectEndpoints.AddProjectKey,
                            ProjectEndpoints.AddProjectKey.Path(organization.Slug, project),
                            change.ToBody(key: null),
                            WireResourceJson.Default.WireProjectKey,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, project, showSecret, answer.ReceivedAt);
                },
                async () =>
                    (await ReadKeysAsync(organization, project, cancellationToken, showSecret).ConfigureAwait(false)).Values.FirstOrDefault(
                        key => !before.ContainsKey(key.Id) && key.Label == (change.Label ?? key.Label))).ConfigureAwait(false);
    }

    /// <summary>Renames, limits, enables or disables a client key.</summary>
    public async Task<SentryProjectKey> SetProjectKeyAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        SecretText id,
        ProjectKeyChange change,
        CancellationToken cancellationToken)
    {
        var endpoint = ProjectEndpoints.SetProjectKey;
        await ChangeAsync<object>(
                $"Changing key {key} of {key.ProjectSlug}",
                async () =>
                    await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, key.ProjectSlug!, id.Reveal()),
                            change.ToBody(key),
                            cancellationToken,
                            id).ConfigureAwait(false),
                async () =>
                    (await ReadKeysAsync(organization, key.ProjectSlug!, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(key.Id)
                        is { } now
                    && !Missing(change.Differences(now))
                        ? now
                        : null).ConfigureAwait(false);

        var after = (await ReadKeysAsync(organization, key.ProjectSlug!, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(
            key.Id);
        return after is not null && PropertyChange.Describe(change.Differences(after)) is null
            ? after
            : throw Incomplete(
                $"key {key} of {key.ProjectSlug}",
                after is null ? "it is gone" : PropertyChange.Describe(change.Differences(after))!);
    }

    /// <summary>Removes a client key: events sent with it are refused for good.</summary>
    public Task RemoveProjectKeyAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        SecretText id,
        CancellationToken cancellationToken) =>
        DeleteAsync(
            $"Removing key {key} of {key.ProjectSlug}",
            organization,
            ProjectEndpoints.RemoveProjectKey,
            ProjectEndpoints.RemoveProjectKey.Path(organization.Slug, key.ProjectSlug!, id.Reveal()),
            async () => (await ReadKeysAsync(organization, key.ProjectSlug!, cancellationToken).ConfigureAwait(false)).ContainsKey(key.Id),
            cancellationToken,
            id);

    private async Task<Dictionary<string, SentryProjectKey>> ReadKeysAsync(
        OrganizationHome organization,
        string project,
        CancellationToken cancellationToken,
        bool showSecret = false)
    {
        var keys = new Dictionary<string, SentryProjectKey>(StringComparer.Ordinal);
        await foreach (var (key, _) in ListKeysOfProjectAsync(organization, project, showSecret, cancellationToken).ConfigureAwait(false))
        {
            keys[key.Id] = key;
        }

        return keys;
    }
}
