namespace SentryAudit.Requests;

/// <summary>What is counted, and in which spans.</summary>
internal sealed record EventCountRequest(SentryEventStat Stats, string Category, BucketPlan Plan)
{
    /// <summary>Whether the counters that come from outcomes are wanted.</summary>
    public bool NeedsOutcomes => (Stats & ~SentryEventStat.Generated) != SentryEventStat.Unknown;

    public bool NeedsGenerated => Stats.HasFlag(SentryEventStat.Generated);

    public SentryEventCount ToCount(
        string organization,
        EventScope scope,
        SentryEventStat stat,
        int bucket,
        long? count,
        DateTimeOffset readAt) =>
        new()
        {
            Timestamp = TimeZoneInfo.ConvertTime(Plan.Buckets[bucket].Start, Plan.Zone),
            Interval = Plan.Buckets[bucket].Length,
            Count = count,
            Stat = stat,
            Scope = scope.Kind,
            OrganizationSlug = organization,
            ProjectSlug = scope.ProjectSlug,
            TeamSlug = scope.TeamSlug,
            Category = Category,
            LastUpdated = readAt,
        };
}
