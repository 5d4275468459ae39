using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Projects;

/// <summary>The client keys of projects.</summary>
internal sealed class ProjectKeysApi(ApiConnection api, ProjectsApi projects)
{
    private static readonly Listing<WireProjectKey> Keys =
        new("project keys", ProjectEndpoints.ProjectKeys, WireJson.Default.WireProjectKeyArray, ListOrder.Holds, static key => key.Id);

    private static readonly Listing<WireProjectKey> KeysOfProject = Keys with { Endpoint = ProjectEndpoints.KeysOfProject };

    /// <summary>The client keys of all projects, the inactive ones too, in one listing.</summary>
    /// <param name="organization">Whose keys.</param>
    /// <param name="wanted">The projects whose keys are wanted; null for all.</param>
    /// <param name="showSecret">Whether the objects carry the DSN.</param>
    public async IAsyncEnumerable<SentryProjectKey> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? wanted,
        bool showSecret,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A key names its project by id only.
        IReadOnlyDictionary<string, string>? slugs =
            wanted?.ToDictionary(project => project.Id, project => project.Slug, StringComparer.Ordinal);
        await foreach (var key in api.ReadAsync(Keys, organization, cancellationToken).ConfigureAwait(false))
        {
            slugs ??= await projects.ReadSlugsAsync(organization, cancellationToken).ConfigureAwait(false);
            var slug = slugs.GetValueOrDefault(key.Item.ProjectId ?? "");
            if (wanted is null || slug is not null)
            {
                yield return key.Map((wire, readAt) => wire.ToModel(organization.Slug, slug, showSecret, readAt));
            }
        }
    }

    /// <summary>The client keys of a project, each with what Sentry calls it by: the key itself, which is never shown.</summary>
    public async IAsyncEnumerable<(SentryProjectKey Key, SecretText Id)> ListOfProjectAsync(
        OrganizationHome organization, string project, bool showSecret, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = KeysOfProject.Of($"keys of {project}", project);
        await foreach (var key in api.ReadAsync(keys, organization, cancellationToken).ConfigureAwait(false))
        {
            yield return (
                key.Map((wire, readAt) => wire.ToModel(organization.Slug, project, showSecret, readAt)),
                new SecretText(key.Item.Id ?? key.Item.Public ?? ""));
        }
    }
}
