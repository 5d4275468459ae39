namespace SentryAudit.Api.Wire;

internal sealed class WireDetector
{
    public string? Id { get; set; }

    public string? ProjectId { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public bool? Enabled { get; set; }

    public WireReference? Owner { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public string[]? WorkflowIds { get; set; }

    public WireDataSource[]? DataSources { get; set; }

    public WireGroup? LatestGroup { get; set; }

    internal sealed class WireDataSource
    {
        public WireQueryObject? QueryObj { get; set; }
    }

    internal sealed class WireQueryObject
    {
        public WireQuery? SnubaQuery { get; set; }

        /// <summary>Environment of uptime subscriptions and cron monitors.</summary>
        public string? Environment { get; set; }
    }

    internal sealed class WireQuery
    {
        public string? Environment { get; set; }
    }

    internal sealed class WireGroup
    {
        public DateTimeOffset? LastSeen { get; set; }
    }
}
