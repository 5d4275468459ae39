namespace SentryAudit.Requests;

/// <summary>Maps Sentry's outcomes to its older counters.</summary>
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

    /// <summary>The counters that are derived from outcomes, in the order of the output.</summary>
    public static readonly SentryEventStat[] Counted = [SentryEventStat.Received, SentryEventStat.Rejected, SentryEventStat.Blacklisted];

    public static bool IsIn(SentryEventStat stat, string? outcome) => stat switch
    {
        SentryEventStat.Rejected => outcome is RateLimited or Invalid or Abuse or CardinalityLimited,
        SentryEventStat.Blacklisted => outcome is Filtered,

        // Every other outcome, also one that Sentry may add later, is one of data that reached Sentry.
        SentryEventStat.Received => outcome is not ClientDiscard,
        _ => false,
    };
}
