using System.Management.Automation;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.References;
using Pair = (SentryAudit.SentryProject Project, SentryAudit.SentryTeam Team);

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes which team has which project. What one input object names belongs together: a row of a list is one pair.</summary>
public abstract class SentryProjectTeamCmdlet : SentryChangingCmdlet<(SentryProject Project, SentryTeam Team)>
{
    private readonly KeyPairs<ProjectReference, SentryProject, TeamReference, SentryTeam> _pairs = new(
        static (key, project) => key.Matches(project),
        static (key, team) => key.Matches(team));

    private protected SentryProjectTeamCmdlet()
    {
    }

    /// <summary>Projects by slug, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    private protected sealed override IEnumerable<EntityReference> CollectKeys() => _pairs.Add(Project ?? [], Team ?? []);

    private protected sealed override IEnumerable<EntityReference> UnmatchedKeys => _pairs.Unmatched;

    private protected sealed override void Finish() =>
        ReportApart(_pairs.Apart.Select(static pair => ((EntityReference)pair.Left, (EntityReference)pair.Right)));

    private protected sealed override string NameOf(Pair candidate, OrganizationHome organization) =>
        $"{candidate.Project} of team {candidate.Team} in {organization}";

    private protected sealed override object? ModelOf(Pair candidate) => candidate.Project;

    private protected sealed override async Task<(IReadOnlyList<Pair> Chosen, List<Pair> All)> LookUpAsync(
        OrganizationHome organization, CancellationToken cancellationToken)
    {
        var (lefts, rights) = (_pairs.Lefts.Where(IsMeantHere).ToArray(), _pairs.Rights.Where(IsMeantHere).ToArray());
        var projects = lefts is []
            ? []
            : await Api.Projects.ListAsync(organization, lefts, [], cancellationToken).ReadAllAsync(cancellationToken);
        var teams = rights is []
            ? []
            : await Api.Teams.ListAsync(organization, rights, cancellationToken).ReadAllAsync(cancellationToken);
        var (pairs, ambiguous) = _pairs.Among(projects, teams, IsMeantHere);
        ReportAmbiguous(ambiguous, organization);
        return ([.. pairs.Select(pair => (pair.Left, pair.Right))], []);

        bool IsMeantHere(EntityReference key) => IsMeantIn(organization, key);
    }
}
