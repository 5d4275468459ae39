namespace SentryAudit;

/// <summary>How many events there were in one span of time.</summary>
public sealed class SentryEventCount
{
    /// <summary>When the span begins, with the offset of the requested time zone, or in UTC without one.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>
    /// The number of events; bytes for attachments and log bytes, milliseconds for profile durations. Zero if there were none, null if
    /// Sentry's answer did not contain the span.
    /// </summary>
    public long? Count { get; init; }

    /// <summary>Which events are counted.</summary>
    public SentryEventStat Stat { get; init; }

    /// <summary>Whether the events of an organization, a project or a team are counted.</summary>
    public SentryEventCountScope Scope { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Slug of the project; null unless the events of a project are counted.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the team; null unless the events of a team are counted.</summary>
    public string? TeamSlug { get; init; }

    /// <summary>The kind of data, for example <c>error</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Length of the span. A day on which clocks change has 23 or 25 hours.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>When it was read from Sentry (UTC). The count of a span that had not ended by then still grows.</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the project, team or organization, and the time (UTC).</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{ProjectSlug ?? TeamSlug ?? OrganizationSlug} {Timestamp.UtcDateTime:yyyy-MM-ddTHH:mmZ}");
}
