namespace SentryAudit;

/// <summary>
/// Something that raises an alert: a workflow (Sentry's "Alert"), a detector (its "Monitor"), or a rule of the
/// endpoints these replaced in 2026. <see cref="Source"/> tells which; ids of different sources are unrelated.
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

    /// <summary><c>active</c> or <c>disabled</c>; for legacy rules also <c>muted</c>, for everybody, and what Sentry adds to these.</summary>
    public string? Status { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>How its triggers combine: <c>all</c>, <c>any</c> or <c>none</c>; null where it has none.</summary>
    public string? ActionMatch { get; init; }

    /// <summary>How its filters combine: <c>all</c>, <c>any</c>, <c>none</c>, or <c>mixed</c> when its filter groups differ; null where it has none.</summary>
    public string? FilterMatch { get; init; }

    /// <summary>Least time between two notifications about the same issue; null where that does not apply.</summary>
    public TimeSpan? Frequency { get; init; }

    /// <summary><see cref="Frequency"/> in seconds. Sentry stores minutes.</summary>
    public long? FrequencySeconds => Frequency is { } frequency ? (long)frequency.TotalSeconds : null;

    /// <summary>The one environment it is limited to; null for all.</summary>
    public string? Environment { get; init; }

    /// <summary>Slug of its project; null when it has none or several.</summary>
    public string? ProjectSlug => ProjectSlugs is { Count: 1 } ? ProjectSlugs[0] : null;

    /// <summary>Slugs of all its projects; empty when it is attached to nothing, null when that could not be found out.</summary>
    public StringList? ProjectSlugs { get; init; }

    /// <summary>Owner, as <c>team:45</c> or <c>user:280</c>; null without one.</summary>
    public string? Owner { get; init; }

    /// <summary>When it last triggered (UTC); null when never, or not told.</summary>
    public DateTimeOffset? LastTriggered { get; init; }

    /// <summary>Number of actions; null where its actions belong to another object (detectors).</summary>
    public int? ActionCount => Actions?.Count;

    /// <summary>Its actions in a few words each, as <c>email team:45</c>; null like <see cref="ActionCount"/>.</summary>
    public StringList? Actions { get; init; }

    /// <summary>Ids of the detectors a workflow is connected to, or of the workflows a detector is; null for legacy rules.</summary>
    public StringList? ConnectedIds { get; init; }

    /// <summary>Id of the account that created it; null when not told.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name, else the id.</summary>
    public override string ToString() => Name ?? Id;
}
