using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Team;

/// <summary>Gets the teams of organizations with their projects.</summary>
[Cmdlet(VerbsCommon.Get, "SentryTeam")]
[OutputType(typeof(SentryTeam))]
[RequiresScope("org:read")]
[RequiresScope("member:read", For = "-Member")]
[RequiresScope("team:read", For = "-Member")]
public sealed class GetSentryTeamCommand() : SentryListingCmdlet<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    private readonly NamedProjects _projects = new();
    private readonly NamedMembers _members = new();

    // The slugs of the teams of the organization at hand that the named projects and people have; null for all.
    private HashSet<string>? _ofProjects;
    private HashSet<string>? _ofMembers;

    /// <summary>Teams by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only teams of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only teams that one of these people is on, by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    private protected override IReadOnlyList<TeamReference>? Keys => Team;

    private protected override string PluralNoun => "teams";

    private protected override IEnumerable<EntityReference> CollectKeys() =>
        [.. base.CollectKeys(), .. _projects.Add(Project), .. _members.Add(Member)];

    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        [.. base.UnmatchedKeys, .. _projects.Unmatched, .. _members.Unmatched];

    private protected override async IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _ofProjects = await _projects.ResolveTeamsAsync(At(organization), cancellationToken);
        _ofMembers = await _members.ResolveTeamsAsync(At(organization), cancellationToken);
        if (keys is [] && (_ofProjects?.Count == 0 || _ofMembers?.Count == 0))
        {
            yield break;
        }

        await foreach (var team in Source.ListTeamsAsync(organization, keys, cancellationToken))
        {
            yield return team;
        }
    }

    // A team that was found by its key, and is of none of the projects, is no team that does not exist.
    private protected override bool Includes(SentryTeam candidate) =>
        _ofProjects?.Contains(candidate.Slug) is not false && _ofMembers?.Contains(candidate.Slug) is not false;
}
