namespace SentryAudit;

/// <summary>How many events there were in one span of time.</summary>
public sealed class SentryEventCount
{
    /// <summary>When the span begins. The instant is exact; its offset is that of the time zone asked for, UTC without one.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>
    /// The number of events; bytes for attachments and log bytes, milliseconds for profile durations. Zero when there were none, null
    /// when Sentry's answer left the span out.
    /// </summary>
    public long? Count { get; init; }

    /// <summary>Which events are counted.</summary>
    public SentryEventStat Stat { get; init; }

    /// <summary>What they are counted of.</summary>
    public SentryEventCountScope Scope { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Slug of the project; null unless one project is counted.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the team; null unless a team is counted.</summary>
    public string? TeamSlug { get; init; }

    /// <summary>The kind of data, as <c>error</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Length of the span: a day on which clocks change has 23 or 25 hours.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>When it was read from Sentry (UTC). A span that had not ended by then still grows.</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of what is counted, and the time (UTC).</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{ProjectSlug ?? TeamSlug ?? OrganizationSlug} {Timestamp.UtcDateTime:yyyy-MM-ddTHH:mmZ}");
}
