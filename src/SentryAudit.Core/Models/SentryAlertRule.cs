namespace SentryAudit;

/// <summary>
/// Something that raises an alert: a workflow (Sentry's "Alert"), a detector (its "Monitor"), or a rule of the
/// endpoints that these replaced in 2026. <see cref="Source"/> shows which it is; ids of different sources are unrelated.
/// </summary>
public sealed class SentryAlertRule
{
    /// <summary>Sentry's id, unique within <see cref="Source"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>What it watches.</summary>
    public SentryAlertRuleKind Kind { get; init; }

    /// <summary>Which of Sentry's endpoints it came from.</summary>
    public SentryAlertRuleSource Source { get; init; }

    /// <summary>
    /// <c>active</c>, <c>disabled</c> or <c>muted</c> (cron monitors, and legacy rules that are muted for everybody), and other values of
    /// a newer Sentry; null if Sentry does not report it, for example for whom a rule is muted.
    /// </summary>
    public string? Status { get; init; }

    // A muted detector is enabled: its cron monitor is muted, which is another switch.
    internal string? SwitchState => Source is SentryAlertRuleSource.Detector && Status is "muted" ? "active" : Status;

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>How its triggers are combined: <c>all</c>, <c>any</c> or <c>none</c>; null if it has no triggers.</summary>
    public string? ActionMatch { get; init; }

    /// <summary>
    /// How its filters are combined: <c>all</c>, <c>any</c>, <c>none</c>, or <c>mixed</c> if its groups of filters differ; null if it has
    /// no filters.
    /// </summary>
    public string? FilterMatch { get; init; }

    /// <summary>The shortest time between two notifications about the same issue; null if that does not apply.</summary>
    public TimeSpan? Frequency { get; init; }

    /// <summary><see cref="Frequency"/> in seconds. Sentry stores minutes.</summary>
    public long? FrequencySeconds => Frequency is { } frequency ? (long)frequency.TotalSeconds : null;

    /// <summary>The one environment it is limited to; null for all.</summary>
    public string? Environment { get; init; }

    /// <summary>Slug of its project; null if it has none or several.</summary>
    public string? ProjectSlug => ProjectSlugs is { Count: 1 } ? ProjectSlugs[0] : null;

    /// <summary>Slugs of all its projects; empty if it has none, null if they could not be found out.</summary>
    public StringList? ProjectSlugs { get; init; }

    /// <summary>The owner, for example <c>team:45</c> or <c>user:280</c>; null without one.</summary>
    public string? Owner { get; init; }

    /// <summary>When it last triggered (UTC); null if never, or if Sentry does not report it.</summary>
    public DateTimeOffset? LastTriggered { get; init; }

    /// <summary>
    /// Number of actions; null for detectors, whose actions belong to their workflows, and if Sentry does not report them.
    /// </summary>
    public int? ActionCount => Actions?.Count;

    /// <summary>Its actions in a few words each, for example <c>email team:45</c>; null like <see cref="ActionCount"/>.</summary>
    public StringList? Actions { get; init; }

    /// <summary>
    /// Ids of the detectors that a workflow is connected to, or of the workflows that a detector is connected to; null for legacy rules,
    /// and if Sentry does not report them.
    /// </summary>
    public StringList? ConnectedIds { get; init; }

    /// <summary>Id of the account that created it; null if Sentry does not report it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name, or the id without one.</summary>
    public override string ToString() => Name ?? Id;
}
