namespace SentryAudit.Requests;

/// <summary>A product of Sentry, and what tells that a project uses it.</summary>
/// <param name="Categories">The kinds of data it sends.</param>
/// <param name="Flags">Fields of the project that tell whether any ever came: one that is true suffices.</param>
/// <param name="IsCounted">Whether no data among the counts means that none came. Sentry counts some kinds only in some versions or elsewhere.</param>
internal sealed record ProductFeature(
    string Name,
    string[] Categories,
    (string Name, Func<SentryProject, bool?> Value)[] Flags,
    bool IsCounted = true)
{
    public static readonly ProductFeature[] All =
    [
        new("errors", ["error"], [("firstEvent", project => project.FirstEvent is not null)]),
        new(
            "transactions",
            ["transaction", "span", "span_indexed", "transaction_indexed"],
            [("firstTransactionEvent", project => project.HasTransactions)]),
        new("replays", ["replay"], [("hasReplays", project => project.HasReplays)]),
        new(
            "profiles",
            ["profile", "profile_duration", "profile_duration_ui", "profile_chunk", "profile_chunk_ui"],
            [("hasProfiles", project => project.HasProfiles)]),
        new("crons", ["monitor"], [("hasMonitors", project => project.HasMonitors)]),
        new("uptime", ["uptime"], [], IsCounted: false),
        new("logs", ["log_item", "log_byte"], [("hasLogs", project => project.HasLogs)]),
        new(
            "feedback",
            ["feedback", "user_report_v2"],
            [("hasNewFeedbacks", project => project.HasFeedback), ("hasUserReports", project => project.HasUserReports)]),
        new("sessions", ["session"], [("hasSessions", project => project.HasSessions)], IsCounted: false),
    ];

    /// <param name="days">For each kind of data the days on which it was accepted; null when Sentry gave no series at all.</param>
    public SentryFeatureUsage Assess(
        SentryProject project,
        IReadOnlyDictionary<string, SortedSet<DateTimeOffset>>? days,
        DateTimeOffset readAt)
    {
        string[] counted = [.. Categories.Where(category => days?.ContainsKey(category) is true)];
        var seen = new SortedSet<DateTimeOffset>(counted.SelectMany(category => days![category]));
        var told = Flags.Select(flag => (flag.Name, Value: flag.Value(project))).Where(flag => flag.Value is not null).ToArray();
        bool? flagged = told is [] ? null : told.Any(flag => flag.Value is true);
        var firstEvent = Name == "errors" ? project.FirstEvent : null;
        return new SentryFeatureUsage
        {
            ProjectSlug = project.Slug,
            OrganizationSlug = project.OrganizationSlug,
            Feature = Name,
            InUse = seen.Count > 0 ? true : flagged is false || (IsCounted && days is not null) ? false : null,
            EverUsed = seen.Count > 0 ? true : flagged,
            FirstEvidence = firstEvent ?? (seen.Count > 0 ? seen.Min : null),
            LastEvidence = seen.Count > 0 ? seen.Max : null,
            Source = string.Join(", ", told.Select(flag => flag.Name).Concat(counted.Select(category => $"stats_v2 {category}")))
                is { Length: > 0 } source
                ? source
                : null,
            LastUpdated = readAt,
        };
    }
}
