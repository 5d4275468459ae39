namespace SentryAudit;

/// <summary>Whether a project uses a product of Sentry, as far as Sentry tells.</summary>
public sealed class SentryFeatureUsage
{
    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary><c>errors</c>, <c>transactions</c>, <c>replays</c>, <c>profiles</c>, <c>crons</c>, <c>uptime</c>, <c>logs</c>, <c>feedback</c> or <c>sessions</c>.</summary>
    public required string Feature { get; init; }

    /// <summary>Whether data of it was accepted in the window; null when Sentry does not count it there.</summary>
    public bool? InUse { get; init; }

    /// <summary>Whether data of it ever came; null when Sentry does not tell.</summary>
    public bool? EverUsed { get; init; }

    /// <summary>The first event for errors; for the others the first day in the window with data, before which there may be more (UTC). Null without any.</summary>
    public DateTimeOffset? FirstEvidence { get; init; }

    /// <summary>The last day in the window with data (UTC); null without any.</summary>
    public DateTimeOffset? LastEvidence { get; init; }

    /// <summary>What it was concluded from: fields of the project, and categories of <c>stats_v2</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the project and the product.</summary>
    public override string ToString() => $"{ProjectSlug} {Feature}";
}
