namespace SentryAudit;

/// <summary>Something that Sentry watches: a detector (which Sentry shows as "Monitor"), or a cron monitor with its schedule.</summary>
public sealed class SentryMonitor
{
    /// <summary>Sentry's id: a detector's number, or a cron monitor's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Short name of a cron monitor, by which jobs check in; null for other kinds.</summary>
    public string? Slug { get; init; }

    /// <summary>What it watches.</summary>
    public SentryMonitorKind Kind { get; init; }

    /// <summary>Sentry's own word for what it watches, as <c>metric_issue</c>; <c>cron_monitor</c> for a cron monitor.</summary>
    public string? Type { get; init; }

    /// <summary><c>active</c> or <c>disabled</c>, or what Sentry adds to these.</summary>
    public string? Status { get; init; }

    /// <summary>Whether a cron monitor raises no issues; null for other kinds.</summary>
    public bool? IsMuted { get; init; }

    /// <summary>Owner, as <c>team:45</c> or <c>user:280</c>; null without one.</summary>
    public string? Owner { get; init; }

    /// <summary>The one environment it is limited to; null for all or several.</summary>
    public string? Environment => Environments is { Count: 1 } ? Environments[0] : null;

    /// <summary>Environments it watches; empty for all, null where Sentry does not tell.</summary>
    public StringList? Environments { get; init; }

    /// <summary>Schedule of a cron job: a crontab line, or as <c>every 2 hour</c>; null for other kinds, or when not told.</summary>
    public string? Schedule { get; init; }

    /// <summary>Time zone of <see cref="Schedule"/>; null when not told, which Sentry takes for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When a cron job last checked in, in any environment (UTC); null when never, or for other kinds.</summary>
    public DateTimeOffset? LastCheckIn { get; init; }

    /// <summary>Ids of the alert rules that act on it; empty when none does, null when that could not be found out.</summary>
    public StringList? AlertRuleIds { get; init; }

    /// <summary>Names of these alert rules, in the same order; the id stands for a rule without a name.</summary>
    public StringList? AlertRules { get; init; }

    /// <summary>Slug of its project; null when it has none, or one that is not listed.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name, else the id.</summary>
    public override string ToString() => Name ?? Id;
}
