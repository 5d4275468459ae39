namespace SentryAudit.Requests;

/// <summary>A product of Sentry, and what shows that a project uses it.</summary>
/// <param name="Categories">The kinds of data that the product sends.</param>
/// <param name="Flags">Fields of the project that show whether data of the product ever came; one that is true is enough.</param>
/// <param name="IsCounted">
/// Whether a count of zero means that no data came. Some versions of Sentry do not count some kinds, or count them elsewhere.
/// </param>
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

    /// <summary>Concludes whether a project uses the product.</summary>
    /// <param name="project">The project.</param>
    /// <param name="days">For each kind of data, the days on which Sentry accepted some; null if Sentry gave no counts at all.</param>
    /// <param name="isCounted">Whether Sentry counts data of the product, so that nothing counted means that nothing came.</param>
    /// <param name="readAt">When it was read (UTC).</param>
    public SentryFeatureUsage Assess(
        SentryProject project,
        IReadOnlyDictionary<string, SortedSet<DateTimeOffset>>? days,
        bool isCounted,
        DateTimeOffset readAt)
    {
        string[] counted = [.. Categories.Where(category => days?.ContainsKey(category) is true)];
        var seen = new SortedSet<DateTimeOffset>(counted.SelectMany(category => days![category]));
        var reported = Flags.Select(flag => (flag.Name, Value: flag.Value(project))).Where(flag => flag.Value is not null).ToArray();
        bool? flagged = reported.Any(flag => flag.Value is true) ? true
            : reported.Length == Flags.Length && reported is not [] ? false
            : null;
        string[] sources = [.. reported.Select(flag => flag.Name), .. counted.Select(category => $"stats_v2 {category}")];
        var firstEvent = Name == "errors" ? project.FirstEvent : null;
        return new SentryFeatureUsage
        {
            ProjectSlug = project.Slug,
            OrganizationSlug = project.OrganizationSlug,
            Feature = Name,
            InUse = seen.Count > 0 ? true : flagged is false || isCounted ? false : null,
            EverUsed = seen.Count > 0 ? true : flagged,
            FirstEvidence = firstEvent ?? (seen.Count > 0 ? seen.Min : null),
            LastEvidence = seen.Count > 0 ? seen.Max : null,
            Source = sources is [] ? null : string.Join(", ", sources),
            LastUpdated = readAt,
        };
    }
}
