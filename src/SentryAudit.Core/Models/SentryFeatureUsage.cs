namespace SentryAudit;

/// <summary>Whether a project uses a product of Sentry, as far as Sentry shows it.</summary>
public sealed class SentryFeatureUsage
{
    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>
    /// <c>errors</c>, <c>transactions</c>, <c>replays</c>, <c>profiles</c>, <c>crons</c>, <c>uptime</c>, <c>logs</c>, <c>feedback</c> or
    /// <c>sessions</c>.
    /// </summary>
    public required string Feature { get; init; }

    /// <summary>
    /// Whether Sentry accepted data of the product in the window; null if Sentry does not count its data, for example because it is
    /// older than the product.
    /// </summary>
    public bool? InUse { get; init; }

    /// <summary>Whether data of the product ever came; null if Sentry does not report it.</summary>
    public bool? EverUsed { get; init; }

    /// <summary>
    /// For errors, the first event. For other products, the first day in the window with data, or the first hour where only a part of
    /// that day is in the window; there may be older data. Null without data (UTC).
    /// </summary>
    public DateTimeOffset? FirstEvidence { get; init; }

    /// <summary>
    /// The last day in the window with data, or the last hour where only a part of that day is in the window (UTC); null without any.
    /// </summary>
    public DateTimeOffset? LastEvidence { get; init; }

    /// <summary>What the conclusion is based on: fields of the project, and categories of <c>stats_v2</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the project and the product.</summary>
    public override string ToString() => $"{ProjectSlug} {Feature}";
}
