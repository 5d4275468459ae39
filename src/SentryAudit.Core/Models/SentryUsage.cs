namespace SentryAudit;

/// <summary>The data of one kind that a project sent in a window of time, and what happened to it.</summary>
public sealed class SentryUsage
{
    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>Sentry's id of the project.</summary>
    public required string ProjectId { get; init; }

    /// <summary>
    /// The kind of data, for example <c>error</c>. The numbers count items; for attachments and log bytes they are bytes, for profile
    /// durations milliseconds. A number is null if Sentry did not report it.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>Data that Sentry accepted and kept.</summary>
    public long? Accepted { get; init; }

    /// <summary>Data that an inbound filter dropped.</summary>
    public long? Filtered { get; init; }

    /// <summary>Data that Sentry refused because of a rate limit, a quota or spike protection.</summary>
    public long? RateLimited { get; init; }

    /// <summary>Data that Sentry refused as invalid, for example because it was too large.</summary>
    public long? Invalid { get; init; }

    /// <summary>Data that Sentry refused because of its limits against abuse.</summary>
    public long? Abuse { get; init; }

    /// <summary>Data that Sentry refused because it had too many different tags.</summary>
    public long? CardinalityLimited { get; init; }

    /// <summary>Data that clients dropped, for example by sampling or without a network, so that it never reached Sentry.</summary>
    public long? ClientDiscard { get; init; }

    /// <summary>Start of the window (UTC).</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <summary>End of the window (UTC), which is not part of it.</summary>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the project and the kind of data.</summary>
    public override string ToString() => $"{ProjectSlug} {Category}";
}
