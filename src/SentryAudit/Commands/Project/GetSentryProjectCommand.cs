using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Audits.Access;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Project;

/// <summary>Gets the projects of organizations.</summary>
[Cmdlet(VerbsCommon.Get, "SentryProject")]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
[RequiresScope("member:read", For = "-Member")]
[RequiresScope("team:read", For = "-Member")]
public sealed class GetSentryProjectCommand()
    : SentryListingCmdlet<ProjectReference, SentryProject>(static (key, project) => key.Matches(project))
{
    private readonly NamedTeams _teams = new();
    private readonly NamedMembers _members = new();

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only projects assigned to one of these teams.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only projects that one of these people reaches, as Get-SentryAccess lists them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    private protected override IReadOnlyList<ProjectReference>? Keys => Project;

    private protected override string PluralNoun => "projects";

    private protected override IEnumerable<EntityReference> CollectKeys() =>
        [.. base.CollectKeys(), .. _teams.Add(Team), .. _members.Add(Member)];

    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        [.. base.UnmatchedKeys, .. _teams.Unmatched, .. _members.Unmatched];

    private protected override async IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teams = await _teams.ResolveAsync(At(organization), cancellationToken);
        var reached = teams is []
            ? null
            : await _members.ResolveProjectsAsync(
                At(organization),
                member => ReportIncomplete(AccessMap.UnknownRole(member), member.ToString()),
                cancellationToken);
        if (teams is [] || reached?.Count == 0)
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
            if ((slugs is null || project.TeamSlugs.Any(slugs.Contains)) && reached?.Contains(project.Slug) is not false)
            {
                yield return project;
            }
        }
    }
}
