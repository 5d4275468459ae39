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
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The client keys of all projects, the inactive ones too, in one listing.</summary>
    /// <param name="projects">Null for all projects.</param>
    /// <param name="showSecret">Whether the objects carry the DSN.</param>
    public async IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? projects,
        bool showSecret,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A key names its project by id only.
        IReadOnlyDictionary<string, string>? slugs = projects?.ToDictionary(
            project => project.Id,
            project => project.Slug,
            StringComparer.Ordinal);
        var keys = ReadPagesAsync(
            $"project keys of {organization}",
            organization.Host,
            ProjectEndpoints.ProjectKeys,
            ProjectEndpoints.ProjectKeys.Path(organization.Slug),
            Query.Empty,
            WireResourceJson.Default.WireProjectKeyArray,
            key => key.Id,
            cancellationToken);
        await foreach (var (key, readAt) in keys.ConfigureAwait(false))
        {
            slugs ??= await ReadProjectSlugsAsync(organization, cancellationToken).ConfigureAwait(false);
            var slug = slugs.GetValueOrDefault(key.ProjectId ?? "");
            if (projects is null || slug is not null)
            {
                yield return key.ToModel(organization.Slug, slug, showSecret, readAt);
            }
        }
    }
}
