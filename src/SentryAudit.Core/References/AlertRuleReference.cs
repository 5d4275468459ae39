namespace SentryAudit;

/// <summary>Names an alert rule by name or id.</summary>
public sealed class AlertRuleReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public AlertRuleReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public AlertRuleReference(SentryAlertRule rule)
        : base(rule.Id, rule.OrganizationSlug) => (Source, Watched) = (rule.Source, rule.Kind);

    /// <summary>The endpoint its id belongs to; null when it was given as text.</summary>
    public SentryAlertRuleSource? Source { get; }

    /// <summary>What it watches; null when it was given as text.</summary>
    internal SentryAlertRuleKind? Watched { get; }

    internal override string Kind => "alert rule";

    // An object means that one rule, not another that is called by its id.
    internal bool Matches(SentryAlertRule rule) =>
        Source is null ? MatchesAny(rule.Id, rule.Name) : IsIn(rule.OrganizationSlug) && Source == rule.Source && MatchesAny(rule.Id);
}
