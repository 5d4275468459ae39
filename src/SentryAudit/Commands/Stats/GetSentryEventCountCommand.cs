using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Stats;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Stats;

/// <summary>Counts the events of organizations, projects or teams over time.</summary>
[Cmdlet(VerbsCommon.Get, "SentryEventCount")]
[OutputType(typeof(SentryEventCount))]
[RequiresScope("org:read")]
[RequiresScope("project:read", For = "-Stat Generated")]
public sealed class GetSentryEventCountCommand() : SentryReportCmdlet<ProjectReference, SentryEventCount>(static (_, _) => true)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly NamedProjects _projects = new();
    private readonly NamedTeams _teams = new();
    private EventCountRequest _request = null!;

    /// <summary>Projects by slug, id, wildcard or object. Each is counted by itself.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Teams by slug, id, wildcard or object. The count of a team is the sum over its projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Which events: Received (default), Rejected, Blacklisted, Generated, several of these, or All.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateRange(SentryEventStat.Received, SentryEventStat.All)]
    public SentryEventStat Stat { get; set; } = SentryEventStat.Received;

    /// <summary>Length of the time spans: whole hours that divide a day; without it an hour, or a day for more than two days.</summary>
    [Parameter]
    [ValidateNotNull]
    public Duration? Interval { get; set; }

    /// <summary>The kind of data to count.</summary>
    [Parameter]
    [Filter(FilterValues.Category)]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string Category { get; set; } = EventCategories.Error;

    private protected override IReadOnlyList<ProjectReference>? Keys => null;

    private protected override string PluralNoun => "event counts";

    private protected override IEnumerable<EntityReference> CollectKeys() =>
        base.CollectKeys().Concat(_projects.Add(Project)).Concat(_teams.Add(Team));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _projects.Unmatched.Concat(_teams.Unmatched);

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            var window = ResolveWindow(TimeSpan.FromDays(1), Retention)!;
            var plan = EventCountPlan.BucketsOf(window, Interval?.Value, Zone, CurrentConnection.Clock.GetUtcNow());
            if (plan.IsRough)
            {
                Pipeline.Warn(EventCountPlan.RoughnessOf(Zone));
            }

            _request = EventCountPlan.RequestOf(Stat, Category, plan);
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, target: null);
        }
    }

    private protected override async IAsyncEnumerable<SentryEventCount> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scopes = await FindScopesAsync(organization, cancellationToken);
        var refused = new List<RefusedProject>();
        await foreach (var counted in Api.EventCounts.ListAsync(organization, scopes, _request, cancellationToken))
        {
            foreach (var count in counted.Counts)
            {
                yield return count;
            }

            if (counted.Scope.Kind is SentryEventCountScope.Project)
            {
                refused.AddRange(counted.Refused);
            }
            else
            {
                ReportRefused(
                    counted.Scope.Slug is { } team ? $"team {team} of {organization}" : $"{organization}",
                    counted.Refused,
                    counted.Scope.Projects.Count);
            }
        }

        var projects = scopes.Count(scope => scope.Kind is SentryEventCountScope.Project);
        ReportRefused($"{organization}", refused, projects);
    }

    private void ReportRefused(string whose, IReadOnlyList<RefusedProject> refused, int asked)
    {
        if (refused.Count > 0)
        {
            ReportIncomplete(StatsFaults.Refused("event counts", whose, refused, asked), whose);
        }
    }

    private async Task<IReadOnlyList<EventScope>> FindScopesAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(At(organization), cancellationToken);
        var teams = await _teams.ResolveAsync(At(organization), cancellationToken);
        var isWhole = projects is null && teams is null;
        var all = teams is { Count: > 0 } || (isWhole && _request.NeedsGenerated)
            ? await Api.Projects.ListAsync(organization, [], [], cancellationToken).ReadAllAsync(cancellationToken)
            : [];
        if (isWhole)
        {
            return [new EventScope(SentryEventCountScope.Organization, Slug: null, all)];
        }

        EventScope[] sums = [.. (teams ?? []).OrderBy(team => team.Slug, StringComparer.Ordinal).Select(team => EventScope.Of(team, all))];
        foreach (var sum in sums)
        {
            var summed = sum.Projects is [] ? "none" : string.Join(", ", sum.Projects);
            Pipeline.Verbose($"The count of team {sum.Slug} is the sum over its projects: {summed}.");
        }

        return [.. (projects ?? []).OrderBy(project => project.Slug, StringComparer.Ordinal).Select(EventScope.Of), .. sums];
    }
}
