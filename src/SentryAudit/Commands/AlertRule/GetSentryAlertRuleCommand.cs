using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Gets the alert rules of organizations, including those that belong to no project.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAlertRule")]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read", For = "project slugs")]
[RequiresScope("project:read", "alerts:read", For = "self-hosted before 26.7")]
public sealed class GetSentryAlertRuleCommand()
    : SentryListingCmdlet<AlertRuleReference, SentryAlertRule>(static (key, rule) => key.Matches(rule))
{
    private readonly NamedProjects _projects = new();
    private SentryAlertRuleKind _kinds;

    /// <summary>Alert rules by name, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AlertRuleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertRuleCompleter))]
    public AlertRuleReference[]? AlertRule { get; set; }

    // Text of the pipeline names projects.
    /// <summary>Only rules of one of these projects. Rules that belong to no project are left out then.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the rules watch: Issue (default), Metric, Uptime, Cron, several of these, or All.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateRange(SentryAlertRuleKind.Issue, SentryAlertRuleKind.All)]
    public SentryAlertRuleKind Kind { get; set; } = SentryAlertRuleKind.Issue;

    private protected override IReadOnlyList<AlertRuleReference>? Keys => AlertRule;

    private protected override string? DefaultFilter =>
        MyInvocation?.BoundParameters?.ContainsKey(nameof(Kind)) is true ? null : $"the default -Kind {SentryAlertRuleKind.Issue}";

    private protected override string PluralNoun => "alert rules";

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _kinds |= AlertRule is null ? Kind : AlertRuleReference.Watched(AlertRule, Kind);
        return base.CollectKeys().Concat(_projects.Add(Project));
    }

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<SentryAlertRule> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<AlertRuleReference> keys, CancellationToken cancellationToken) =>
        Source.ListAlertRulesAsync(organization, SentryAlertRuleKind.All, projects: null, cancellationToken);

    private protected override IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<AlertRuleReference> keys,
        CancellationToken cancellationToken) =>
        _projects.ListWithinAsync(
            At(organization),
            projects => Source.ListAlertRulesAsync(organization, _kinds, projects, cancellationToken),
            cancellationToken);
}
