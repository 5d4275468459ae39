using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Team;

/// <summary>Gets the teams of organizations with their projects.</summary>
[Cmdlet(VerbsCommon.Get, "SentryTeam")]
[OutputType(typeof(SentryTeam))]
[RequiresScope("org:read")]
public sealed class GetSentryTeamCommand() : SentryListingCmdlet<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    private readonly NamedProjects _projects = new();

    /// <summary>Teams by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only teams of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    private protected override IReadOnlyList<TeamReference>? Keys => Team;

    private protected override string PluralNoun => "teams";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override async IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = await _projects.ResolveTeamsAsync(Source, organization, cancellationToken);
        if (wanted?.Count == 0)
        {
            yield break;
        }

        await foreach (var team in Source.ListTeamsAsync(organization, keys, cancellationToken))
        {
            if (wanted?.Contains(team.Slug) is not false)
            {
                yield return team;
            }
        }
    }
}
