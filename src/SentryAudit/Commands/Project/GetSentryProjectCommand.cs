using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

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

    // The slugs of the named teams of the organization at hand, and of the projects that the named people reach; null for all.
    private HashSet<string>? _ofTeams;
    private HashSet<string>? _reached;

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only projects assigned to one of these teams.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only projects that one of these people reaches, as Get-SentryAccess lists them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
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

    private protected override IAsyncEnumerable<SentryProject> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, CancellationToken cancellationToken) =>
        Source.ListProjectsAsync(organization, keys, [], cancellationToken);

    private protected override async IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teams = await _teams.ResolveAsync(At(organization), cancellationToken);
        _ofTeams = teams?.Select(team => team.Slug).ToHashSet(StringComparer.Ordinal);
        _reached = await _members.ResolveProjectsAsync(At(organization), ReportIncomplete, cancellationToken);
        if (keys is [] && (_ofTeams?.Count == 0 || _reached?.Count == 0))
        {
            yield break;
        }

        TeamReference[] ofTeams = [.. (teams ?? []).Select(team => new TeamReference(team))];
        await foreach (var project in Source.ListProjectsAsync(organization, keys, ofTeams, cancellationToken))
        {
            yield return project;
        }
    }

    // A project that was found by its key, and is of none of the teams, is no project that does not exist.
    private protected override bool Includes(SentryProject candidate) =>
        (_ofTeams is null || candidate.TeamSlugs?.Any(_ofTeams.Contains) is not false) && _reached?.Contains(candidate.Slug) is not false;
}
