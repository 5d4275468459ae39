namespace SentryAudit.Requests;

/// <summary>Which events to count, and in which spans of time.</summary>
internal sealed record EventCountRequest(SentryEventStat Stats, string Category, BucketPlan Plan)
{
    /// <summary>Whether any of the counters that Sentry derives from outcomes is requested.</summary>
    public bool NeedsOutcomes => (Stats & ~SentryEventStat.Generated) != SentryEventStat.Unknown;

    public bool NeedsGenerated => Stats.HasFlag(SentryEventStat.Generated);

    /// <summary>The counts of one scope, by time and then by counter.</summary>
    /// <param name="organization">Slug of the organization.</param>
    /// <param name="scope">What the events are counted of.</param>
    /// <param name="tallies">The counters.</param>
    /// <param name="readAt">When they were read (UTC).</param>
    public IEnumerable<SentryEventCount> ToCounts(
        string organization,
        EventScope scope,
        IReadOnlyDictionary<SentryEventStat, EventTally> tallies,
        DateTimeOffset readAt) =>
        from bucket in Enumerable.Range(0, Plan.Buckets.Count)
        from tally in tallies
        select new SentryEventCount
        {
            Timestamp = TimeZoneInfo.ConvertTime(Plan.Buckets[bucket].Start, Plan.Zone),
            Interval = Plan.Buckets[bucket].Length,
            Count = tally.Value[bucket],
            Stat = tally.Key,
            Scope = scope.Kind,
            OrganizationSlug = organization,
            ProjectSlug = scope.ProjectSlug,
            TeamSlug = scope.TeamSlug,
            Category = Category,
            LastUpdated = readAt,
        };
}
