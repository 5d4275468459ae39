using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.References;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes which team has which project. A row of a list is a pair; its names are not combined with those
/// of other rows.
/// </summary>
public abstract class SentryProjectTeamCmdlet : SentryChangingCmdlet<(SentryProject Project, SentryTeam Team)>
{
    private readonly KeyPairs<ProjectReference, SentryProject, TeamReference, SentryTeam> _pairs = new(
        static (key, project) => key.Matches(project),
        static (key, team) => key.Matches(team));

    private protected SentryProjectTeamCmdlet()
    {
    }

    /// <summary>Projects by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    private protected sealed override IEnumerable<EntityReference> CollectKeys() => _pairs.Add(Project ?? [], Team ?? []);

    private protected sealed override IEnumerable<EntityReference> UnmatchedKeys => _pairs.Unmatched;

    private protected sealed override void OnAllRead() => ReportAcrossOrganizations(_pairs.AcrossOrganizations);

    private protected sealed override string NameOf(ProjectAndTeam candidate, OrganizationHome organization) =>
        $"{candidate.Project} of team {candidate.Team} in {organization}";

    private protected sealed override object? ModelOf(ProjectAndTeam candidate) => candidate.Project;

    private protected sealed override async Task<(IReadOnlyList<ProjectAndTeam> Chosen, List<ProjectAndTeam> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var (pairs, ambiguous) = await _pairs.LookUpAsync(
            key => AppliesTo(organization, key),
            projects => Api.Projects.ListAsync(organization, projects, [], cancellationToken),
            teams => Api.Teams.ListAsync(organization, teams, cancellationToken),
            cancellationToken);
        ReportAmbiguous(ambiguous, organization);
        return ([.. pairs.Select(pair => (pair.Left, pair.Right))], []);
    }
}
