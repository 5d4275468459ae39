namespace SentryAudit;

/// <summary>What a project sent of one kind of data in a window, and what became of it.</summary>
public sealed class SentryUsage
{
    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>Sentry's id of the project.</summary>
    public required string ProjectId { get; init; }

    /// <summary>
    /// The kind of data, as <c>error</c>. The numbers are pieces of it, except bytes for attachments and log bytes and milliseconds for
    /// profile durations. A number is null when Sentry did not tell it.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>What Sentry took and kept.</summary>
    public long? Accepted { get; init; }

    /// <summary>What an inbound filter dropped.</summary>
    public long? Filtered { get; init; }

    /// <summary>What was refused over a rate limit, a quota or spike protection.</summary>
    public long? RateLimited { get; init; }

    /// <summary>What was refused as invalid, as too large.</summary>
    public long? Invalid { get; init; }

    /// <summary>What was refused over Sentry's own limits against abuse.</summary>
    public long? Abuse { get; init; }

    /// <summary>What was refused for having too many different tags.</summary>
    public long? CardinalityLimited { get; init; }

    /// <summary>What clients dropped themselves, by sampling or for want of a network: it never reached Sentry.</summary>
    public long? ClientDiscard { get; init; }

    /// <summary>Start of the time counted (UTC).</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <summary>End of the time counted (UTC), itself not included.</summary>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the project and the kind of data.</summary>
    public override string ToString() => $"{ProjectSlug} {Category}";
}
