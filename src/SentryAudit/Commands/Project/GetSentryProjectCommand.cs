using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Project;

/// <summary>Gets the projects of organizations.</summary>
[Cmdlet(VerbsCommon.Get, "SentryProject")]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
public sealed class GetSentryProjectCommand()
    : SentryListingCmdlet<ProjectReference, SentryProject>(static (key, project) => key.Matches(project))
{
    private readonly NamedTeams _teams = new();

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only projects assigned to one of these teams.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    private protected override IReadOnlyList<ProjectReference>? Keys => Project;

    private protected override string PluralNoun => "projects";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_teams.Add(Team));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_teams.Unmatched);

    private protected override async IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teams = await _teams.ResolveAsync(Source, organization, cancellationToken);
        if (teams is [])
        {
            yield break;
        }

        var slugs = teams?.Select(team => team.Slug).ToHashSet(StringComparer.Ordinal);
        await foreach (
            var project in Source.ListProjectsAsync(
                organization,
                keys,
                [.. (teams ?? []).Select(team => new TeamReference(team))],
                cancellationToken))
        {
            if (slugs is null || project.TeamSlugs.Any(slugs.Contains))
            {
                yield return project;
            }
        }
    }
}
