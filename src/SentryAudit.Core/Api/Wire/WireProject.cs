namespace SentryAudit.Api.Wire;

internal sealed class WireProject : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Slug) ? "slug" : null;

    public string? Id { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Platform { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public DateTimeOffset? FirstEvent { get; set; }

    public bool? FirstTransactionEvent { get; set; }

    public WireReference[]? Teams { get; set; }

    public string[]? Environments { get; set; }

    public WireVersion? LatestRelease { get; set; }

    public bool? HasSessions { get; set; }

    public bool? HasReplays { get; set; }

    public bool? HasProfiles { get; set; }

    public bool? HasMonitors { get; set; }

    public bool? HasNewFeedbacks { get; set; }

    public bool? HasUserReports { get; set; }

    public bool? HasLogs { get; set; }

    public bool? HasFlags { get; set; }

    internal sealed class WireVersion
    {
        public string? Version { get; set; }
    }
}
