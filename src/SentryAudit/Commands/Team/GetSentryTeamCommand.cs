using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Connections;

namespace SentryAudit.Commands.Team;

/// <summary>Gets the teams of organizations with their projects.</summary>
[Cmdlet(VerbsCommon.Get, "SentryTeam")]
[OutputType(typeof(SentryTeam))]
[RequiresScope("org:read")]
public sealed class GetSentryTeamCommand() : SentryListingCmdlet<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    /// <summary>Teams by slug, id, wildcard or object; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    private protected override IReadOnlyList<TeamReference>? Keys => Team;

    private protected override string What => "teams";

    private protected override IAsyncEnumerable<SentryTeam> ListAsync(OrganizationHome organization, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        Source.ListTeamsAsync(organization, keys, cancellationToken);
}
