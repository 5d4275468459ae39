namespace SentryAudit.Api.Wire;

internal sealed class WireDetector
{
    public string? Id { get; init; }

    public string? ProjectId { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public bool? Enabled { get; init; }

    public WireReference? Owner { get; init; }

    public string? CreatedBy { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public string[]? WorkflowIds { get; init; }

    public WireDataSource[]? DataSources { get; init; }

    public WireGroup? LatestGroup { get; init; }

    internal sealed class WireDataSource
    {
        public WireQueryObject? QueryObj { get; init; }
    }

    internal sealed class WireQueryObject
    {
        public WireQuery? SnubaQuery { get; init; }

        /// <summary>Environment of uptime subscriptions and cron monitors.</summary>
        public string? Environment { get; init; }
    }

    internal sealed class WireQuery
    {
        public string? Environment { get; init; }
    }

    internal sealed class WireGroup
    {
        public DateTimeOffset? LastSeen { get; init; }
    }
}
