namespace SentryAudit;

/// <summary>Names an alert rule by name or id.</summary>
public sealed class AlertRuleReference : EntityReference
{
    private SentryAlertRuleKind _watched;

    /// <summary>Names it by text; wildcards may match several.</summary>
    public AlertRuleReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public AlertRuleReference(SentryAlertRule rule)
        : base(rule.Id, rule.OrganizationSlug) => (Source, _watched) = (rule.Source, rule.Kind);

    /// <summary>The endpoint its id belongs to; null when it was given as text.</summary>
    public SentryAlertRuleSource? Source { get; private set; }

    internal override string Kind => "alert rule";

    /// <summary>The kind and the endpoint, which a copy of a rule has too.</summary>
    internal override void Learn(Func<string, string?> says)
    {
        _watched = Enum.TryParse<SentryAlertRuleKind>(says(nameof(SentryAlertRule.Kind)), ignoreCase: true, out var kind)
            ? kind
            : _watched;
        Source = Enum.TryParse<SentryAlertRuleSource>(says(nameof(SentryAlertRule.Source)), ignoreCase: true, out var source)
            ? source
            : Source;
    }

    /// <summary>
    /// The kinds of some rules, which decide the endpoints that list them. An object has its kind, a text does not; and what
    /// an object of another kind is connected to may be of any kind.
    /// </summary>
    internal static SentryAlertRuleKind Watched(IEnumerable<AlertRuleReference> rules, SentryAlertRuleKind otherwise) =>
        rules.Aggregate(SentryAlertRuleKind.Unknown, (kinds, rule) => kinds | rule.WatchedOr(otherwise));

    // An object names one rule, and not another one whose name happens to be that id.
    internal bool Matches(SentryAlertRule rule) =>
        IsIn(rule.OrganizationSlug)
        && (Source is null || Source == rule.Source)
        && (_watched is SentryAlertRuleKind.Unknown || _watched.HasFlag(rule.Kind))
        && (Organization is null ? MatchesAny(rule.Id, rule.Name) : MatchesAny(rule.Id));

    private SentryAlertRuleKind WatchedOr(SentryAlertRuleKind otherwise) =>
        _watched is not SentryAlertRuleKind.Unknown ? _watched
        : Organization is not null ? SentryAlertRuleKind.All
        : otherwise;
}
