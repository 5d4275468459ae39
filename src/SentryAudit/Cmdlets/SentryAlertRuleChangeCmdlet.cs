using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes alert rules, wherever Sentry keeps them.</summary>
public abstract class SentryAlertRuleChangeCmdlet : SentryChangeCmdlet<AlertRuleReference, SentryAlertRule>
{
    private readonly NamedProjects _projects = new();
    private readonly Dictionary<AlertRuleReference, SentryAlertRuleKind> _kinds = [];

    private protected SentryAlertRuleChangeCmdlet()
        : base(static (key, rule) => key.Matches(rule))
    {
    }

    /// <summary>Alert rules by name, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AlertRuleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public AlertRuleReference[]? AlertRule { get; set; }

    // Not from the pipeline: a rule comes with its project, which must not narrow the search for the others.
    /// <summary>Only rules of one of these projects.</summary>
    [Parameter]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the rules watch: Issue (default), Metric, Uptime, Cron, several of these, or All.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(SentryAlertRuleKind.Issue, SentryAlertRuleKind.All)]
    public SentryAlertRuleKind Kind { get; set; } = SentryAlertRuleKind.Issue;

    private protected sealed override IReadOnlyList<AlertRuleReference>? Keys => AlertRule;

    private protected sealed override string What => "alert rules";

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        foreach (var key in AlertRule ?? [])
        {
            _kinds[key] = _kinds.GetValueOrDefault(key) | AlertRuleReference.Watched([key], Kind);
        }

        return base.CollectKeys().Concat(_projects.Add(Project));
    }

    private protected sealed override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected sealed override string NameOf(SentryAlertRule candidate, OrganizationHome organization) =>
        $"{candidate}{(candidate.ProjectSlugs is { Count: > 0 } projects ? $" of {string.Join(", ", projects)}" : "")} in {organization}";

    private protected override async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization, IReadOnlyList<AlertRuleReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(Live, organization, cancellationToken);
        if (projects is [])
        {
            yield break;
        }

        var kinds = keys.Aggregate(SentryAlertRuleKind.Unknown, (all, key) => all | _kinds[key]);
        await foreach (
            var rule in Client.ListAlertRulesAsync(
                organization,
                kinds,
                projects is null ? null : new ProjectSelection(projects),
                cancellationToken))
        {
            yield return rule;
        }
    }

    private protected sealed override bool Fits(AlertRuleReference key, SentryAlertRule candidate) => _kinds[key].HasFlag(candidate.Kind);

    private protected override SentryException? Refuse(SentryAlertRule candidate) => AlertRuleGuards.AgainstAnyChange(candidate);

    /// <summary>Whether Sentry can only mute it.</summary>
    private protected static bool IsLegacy(SentryAlertRule rule) =>
        rule.Source is SentryAlertRuleSource.LegacyRule or SentryAlertRuleSource.LegacyMetricRule;
}
