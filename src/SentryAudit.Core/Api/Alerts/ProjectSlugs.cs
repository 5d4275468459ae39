using SentryAudit.Api.Projects;
using SentryAudit.Models;

namespace SentryAudit.Api.Alerts;

/// <summary>The slugs of an organization's projects by id, read when they are first needed and only then.</summary>
internal sealed class ProjectSlugs(ProjectsApi projects, OrganizationHome organization)
{
    private Task<IReadOnlyDictionary<string, string>>? _slugs;

    public Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken) =>
        _slugs ??= projects.ReadSlugsAsync(organization, cancellationToken);
}
