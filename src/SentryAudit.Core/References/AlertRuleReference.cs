namespace SentryAudit;

/// <summary>Names an alert rule by name or id.</summary>
public sealed class AlertRuleReference : EntityReference
{
    private readonly SentryAlertRuleKind _watched;

    /// <summary>Names it by text; wildcards may match several.</summary>
    public AlertRuleReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public AlertRuleReference(SentryAlertRule rule)
        : base(rule.Id, rule.OrganizationSlug) => (Source, _watched) = (rule.Source, rule.Kind);

    /// <summary>The endpoint its id belongs to; null when it was given as text.</summary>
    public SentryAlertRuleSource? Source { get; }

    internal override string Kind => "alert rule";

    /// <summary>The kinds of some rules, which decide the endpoints that list them. An object has its kind, a text does not.</summary>
    internal static SentryAlertRuleKind Watched(IEnumerable<AlertRuleReference> rules, SentryAlertRuleKind otherwise) =>
        rules.Aggregate(SentryAlertRuleKind.Unknown, (kinds, rule) =>
            kinds | (rule._watched is SentryAlertRuleKind.Unknown ? otherwise : rule._watched));

    // An object names one rule, and not another one whose name happens to be that id.
    internal bool Matches(SentryAlertRule rule) =>
        Source is null ? MatchesAny(rule.Id, rule.Name) : IsIn(rule.OrganizationSlug) && Source == rule.Source && MatchesAny(rule.Id);
}
