using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api;
using SentryAudit.Completers;
using SentryAudit.Connections;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Gets the alert rules of organizations, also those attached to no project.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAlertRule", DefaultParameterSetName = ByProject)]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read", For = "project slugs")]
[RequiresScope("project:read", "alerts:read", For = "self-hosted before 26.7")]
public sealed class GetSentryAlertRuleCommand() : SentryListingCmdlet<AlertRuleReference, SentryAlertRule>(static (key, rule) => key.Matches(rule))
{
    // Text from the pipeline names projects; alert rules themselves are told apart by their type.
    private const string ByProject = "Project";
    private const string ByRule = "AlertRule";

    private readonly KeySelection<ProjectReference, SentryProject> _projects = new(static (key, project) => key.Matches(project));

    /// <summary>Alert rules by name, id, wildcard or object; without it all.</summary>
    [Parameter(ParameterSetName = ByProject, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByRule, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AlertRuleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public AlertRuleReference[]? AlertRule { get; set; }

    /// <summary>Only rules of one of these projects. Rules attached to no project are left out then.</summary>
    [Parameter(ParameterSetName = ByProject, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByRule)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the rules watch: Issue (default), Metric, Uptime, Cron, several of these, or All.</summary>
    [Parameter]
    public SentryAlertRuleKind Kind { get; set; } = SentryAlertRuleKind.Issue;

    private protected override IReadOnlyList<AlertRuleReference>? Keys => AlertRule;

    private protected override string What => "alert rules";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization, IReadOnlyList<AlertRuleReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(wanted => Client.ListProjectsAsync(organization, wanted, [], cancellationToken));
        if (projects is [])
        {
            yield break;
        }

        await foreach (var rule in Client.ListAlertRulesAsync(organization, Kind, projects is null ? null : new ProjectSelection(projects), cancellationToken))
        {
            yield return rule;
        }
    }
}
