namespace SentryAudit.Requests;

/// <summary>What Sentry's outcomes are in terms of the older counters.</summary>
internal static class EventOutcomes
{
    public const string Accepted = "accepted";
    public const string Filtered = "filtered";
    public const string RateLimited = "rate_limited";
    public const string Invalid = "invalid";
    public const string Abuse = "abuse";
    public const string CardinalityLimited = "cardinality_limited";

    /// <summary>Dropped by the client: it never reached Sentry.</summary>
    public const string ClientDiscard = "client_discard";

    /// <summary>The counters that come from outcomes, in the order they are given.</summary>
    public static readonly SentryEventStat[] Counted = [SentryEventStat.Received, SentryEventStat.Rejected, SentryEventStat.Blacklisted];

    public static bool IsIn(SentryEventStat stat, string? outcome) => stat switch
    {
        SentryEventStat.Rejected => outcome is RateLimited or Invalid or Abuse or CardinalityLimited,
        SentryEventStat.Blacklisted => outcome is Filtered,

        // An outcome that Sentry adds one day befell something that had reached it.
        SentryEventStat.Received => outcome is not ClientDiscard,
        _ => false,
    };
}
