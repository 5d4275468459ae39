namespace SentryAudit;

/// <summary>Something that Sentry watches: a detector (Sentry shows it as "Monitor"), or a cron monitor with its schedule.</summary>
public sealed class SentryMonitor
{
    /// <summary>Sentry's id: the number of a detector, or the id of a cron monitor.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Short name of a cron monitor, with which jobs check in; null for other kinds.</summary>
    public string? Slug { get; init; }

    /// <summary>What it watches.</summary>
    public SentryMonitorKind Kind { get; init; }

    /// <summary>Sentry's own word for what it watches, for example <c>metric_issue</c>; <c>cron_monitor</c> for a cron monitor.</summary>
    public string? Type { get; init; }

    /// <summary><c>active</c>, <c>disabled</c> or <c>muted</c> (cron monitors), or another value of a newer Sentry.</summary>
    public string? Status { get; init; }

    /// <summary>Whether a cron monitor raises no issues; null for other kinds.</summary>
    public bool? IsMuted { get; init; }

    /// <summary>Owner, for example <c>team:45</c> or <c>user:280</c>; null without one.</summary>
    public string? Owner { get; init; }

    /// <summary>The one environment it is limited to; null for all or several.</summary>
    public string? Environment => Environments is { Count: 1 } ? Environments[0] : null;

    /// <summary>The environments that it watches; empty for all, null if Sentry does not report them.</summary>
    public StringList? Environments { get; init; }

    /// <summary>
    /// Schedule of a cron job: a crontab line, or a text such as <c>every 2 hour</c>; null for other kinds, or if Sentry does not report
    /// it.
    /// </summary>
    public string? Schedule { get; init; }

    /// <summary>Time zone of <see cref="Schedule"/>; null if Sentry does not report one, and then it is UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When a cron job last checked in, in any environment (UTC); null if never, or for other kinds.</summary>
    public DateTimeOffset? LastCheckIn { get; init; }

    /// <summary>Ids of the alert rules that act on it; empty for none, null if they could not be found out.</summary>
    public StringList? AlertRuleIds { get; init; }

    /// <summary>Names of these alert rules, in the same order; for a rule without a name, its id.</summary>
    public StringList? AlertRules { get; init; }

    /// <summary>Slug of its project; null if it has none, or if its project is not listed.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name, or the id without one.</summary>
    public override string ToString() => Name ?? Id;
}
