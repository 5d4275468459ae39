namespace SentryAudit.Sandbox.Stats;

/// <summary>
/// What became of what was sent: taken, or lost for one of some reasons. How often, in thousandths of what is taken, is a rough mean.
/// The number makes outcomes differ where random numbers are drawn.
/// </summary>
internal sealed record Outcome(int Number, string Name, int PerThousand, params string[] Reasons)
{
    public const string Accepted = "accepted";
    public const string Filtered = "filtered";
    public const string RateLimited = "rate_limited";
    public const string Discarded = "client_discard";

    /// <summary>Sentry's word where there is no reason.</summary>
    private const string None = "none";

    public static IReadOnlyList<Outcome> All { get; } =
    [
        new(0, Accepted, 1000, None),
        new(1, Filtered, 90, "browser-extensions", "legacy-browsers", "web-crawlers"),
        new(2, RateLimited, 60, "key_quota", "spike_protection"),
        new(3, "invalid", 12, "too_large"),
        new(4, "abuse", 4, "project_abuse_limit"),
        new(5, Discarded, 40, "sample_rate", "network_error"),
        // Nothing is ever lost this way here: an outcome without a single row.
        new(6, "cardinality_limited", 0, None),
    ];

    /// <summary>Whether the summary counts it as dropped.</summary>
    public bool Dropped => Name is "invalid" or RateLimited or "cardinality_limited";
}
