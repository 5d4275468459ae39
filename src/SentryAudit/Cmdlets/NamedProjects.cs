using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>The projects that a <c>-Project</c> parameter limits a listing to, collected over all input.</summary>
internal sealed class NamedProjects
{
    private readonly KeySelection<ProjectReference, SentryProject> _keys = new(static (key, project) => key.Matches(project));

    /// <summary>Names that no organization had.</summary>
    public IEnumerable<EntityReference> Unmatched => _keys.Unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<ProjectReference>? keys) => _keys.Add(keys);

    /// <summary>The projects of an organization that are named; null when none was named, which means all.</summary>
    public Task<IReadOnlyList<SentryProject>?> ResolveAsync(
        ISentrySource source,
        OrganizationHome organization,
        CancellationToken cancellationToken
    ) => _keys.ResolveAsync(wanted => source.ListProjectsAsync(organization, wanted, [], cancellationToken));

    /// <summary>The slugs of the teams that the named projects belong to; null when none was named.</summary>
    public async Task<HashSet<string>?> ResolveTeamsAsync(
        ISentrySource source,
        OrganizationHome organization,
        CancellationToken cancellationToken) =>
        (await ResolveAsync(source, organization, cancellationToken))
            ?.SelectMany(project => project.TeamSlugs)
            .ToHashSet(StringComparer.Ordinal);
}
