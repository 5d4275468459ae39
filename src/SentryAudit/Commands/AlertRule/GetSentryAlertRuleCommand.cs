using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Gets the alert rules of organizations, including those that belong to no project.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAlertRule", DefaultParameterSetName = ByProject)]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read", For = "project slugs")]
[RequiresScope("project:read", "alerts:read", For = "self-hosted before 26.7")]
public sealed class GetSentryAlertRuleCommand()
    : SentryListingCmdlet<AlertRuleReference, SentryAlertRule>(static (key, rule) => key.Matches(rule))
{
    // Text from the pipeline names projects. Alert rules from the pipeline are recognized by their type.
    private const string ByProject = "Project";
    private const string ByRule = "AlertRule";

    private readonly NamedProjects _projects = new();
    private SentryAlertRuleKind _kinds;
    private bool _hasOwnKeys;

    /// <summary>Alert rules by name, id, wildcard or object; without it, all.</summary>
    [Parameter(ParameterSetName = ByProject, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByRule, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AlertRuleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public AlertRuleReference[]? AlertRule { get; set; }

    /// <summary>Only rules of one of these projects. Rules that belong to no project are left out then.</summary>
    [Parameter(ParameterSetName = ByProject, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByRule, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the rules watch: Issue (default), Metric, Uptime, Cron, several of these, or All.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(SentryAlertRuleKind.Issue, SentryAlertRuleKind.All)]
    public SentryAlertRuleKind Kind { get; set; } = SentryAlertRuleKind.Issue;

    // A rule object from the pipeline has a ProjectSlug, which must not limit the search for all other rules.
    private bool IsInputRule => AlertRule is not null && !_hasOwnKeys;

    private protected override IReadOnlyList<AlertRuleReference>? Keys => AlertRule;

    private protected override string PluralNoun => "alert rules";

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _hasOwnKeys = AlertRule is not null;
        return base.BeginAsync(cancellationToken);
    }

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        RefuseNoProject();
        _kinds |= AlertRule is null ? Kind : AlertRuleReference.Watched(AlertRule, Kind);
        return base.CollectKeys().Concat(_projects.Add(IsInputRule ? null : Project));
    }

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<AlertRuleReference> keys,
        CancellationToken cancellationToken) =>
        _projects.ListWithinAsync(
            Source,
            organization,
            projects => Source.ListAlertRulesAsync(organization, _kinds, projects, cancellationToken),
            cancellationToken);

    // An empty -Project must not list everything. PowerShell can't refuse it when it binds the parameter, because a rule of
    // several projects has an empty ProjectSlug.
    private void RefuseNoProject()
    {
        if (AlertRule is null && Project is null or [] && MyInvocation.BoundParameters.ContainsKey(nameof(Project)))
        {
            Pipeline.Terminate(
                new SentryException(
                    "EmptyProject",
                    SentryErrorCategory.InvalidArgument,
                    "The value of -Project is empty.",
                    "Name a project, or leave out -Project to get the rules of all projects."),
                Project);
        }
    }
}
