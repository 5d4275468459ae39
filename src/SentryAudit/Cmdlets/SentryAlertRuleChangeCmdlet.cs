using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Requests;

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
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("AlertRuleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertRuleCompleter))]
    public AlertRuleReference[]? AlertRule { get; set; }

    // It does not bind from the pipeline: a rule object has a ProjectSlug, which would limit the search for all other rules.
    /// <summary>Only rules of one of these projects.</summary>
    [Parameter]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the rules watch: Issue (default), Metric, Uptime, Cron, several of these, or All.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateRange(SentryAlertRuleKind.Issue, SentryAlertRuleKind.All)]
    public SentryAlertRuleKind Kind { get; set; } = SentryAlertRuleKind.Issue;

    private protected sealed override IReadOnlyList<AlertRuleReference>? Keys => AlertRule;

    private protected sealed override string? DefaultFilter =>
        MyInvocation?.BoundParameters?.ContainsKey(nameof(Kind)) is true ? null : $"the default -Kind {SentryAlertRuleKind.Issue}";

    private protected sealed override string PluralNoun => "alert rules";

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
        candidate.ProjectSlugs is { Count: > 0 } projects
            ? $"{candidate} of {string.Join(", ", projects)} in {organization}"
            : base.NameOf(candidate, organization);

    private protected override IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<AlertRuleReference> keys,
        CancellationToken cancellationToken)
    {
        var kinds = keys.Aggregate(SentryAlertRuleKind.Unknown, (all, key) => all | _kinds[key]);
        return _projects.ListWithinAsync(
            At(organization, Live),
            projects => Api.AlertRules.ListAsync(organization, kinds, projects, cancellationToken),
            cancellationToken);
    }

    private protected sealed override IAsyncEnumerable<SentryAlertRule> ListAll(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var kinds = _kinds.Values.Aggregate(SentryAlertRuleKind.Unknown, static (all, kind) => all | kind);
        return Api.AlertRules.ListAsync(organization, kinds, selection: null, cancellationToken);
    }

    private protected sealed override IAsyncEnumerable<SentryAlertRule> ListUnfiltered(
        OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.AlertRules.ListAsync(organization, SentryAlertRuleKind.All, selection: null, cancellationToken);

    private protected sealed override bool IsListedWhole(IReadOnlyList<AlertRuleReference> keys) => Project is null;

    private protected sealed override bool Fits(AlertRuleReference key, SentryAlertRule candidate) => _kinds[key].HasFlag(candidate.Kind);

    private protected override SentryException? Refuse(SentryAlertRule candidate) => AlertRuleGuards.AgainstAnyChange(candidate);

    /// <summary>Whether this is a rule of an older Sentry, which can mute it but not disable it.</summary>
    private protected static bool IsLegacy(SentryAlertRule rule) =>
        rule.Source is SentryAlertRuleSource.LegacyRule or SentryAlertRuleSource.LegacyMetricRule;
}
