namespace SentryAudit.Api.Wire;

internal sealed class WireProject
{
    public string? Id { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public string? Platform { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? FirstEvent { get; init; }

    public bool? FirstTransactionEvent { get; init; }

    /// <summary>The one team of old Sentry versions, where <see cref="Teams"/> is missing.</summary>
    public WireReference? Team { get; init; }

    public WireReference[]? Teams { get; init; }

    public string[]? Environments { get; init; }

    public WireVersion? LatestRelease { get; init; }

    public bool? HasSessions { get; init; }

    public bool? HasReplays { get; init; }

    public bool? HasProfiles { get; init; }

    public bool? HasMonitors { get; init; }

    public bool? HasNewFeedbacks { get; init; }

    public bool? HasUserReports { get; init; }

    public bool? HasLogs { get; init; }

    public bool? HasFlags { get; init; }

    internal sealed class WireVersion
    {
        public string? Version { get; init; }
    }
}
