namespace SentryAudit.Api.Wire;

/// <summary>A detector, with what its source tells about a cron monitor.</summary>
internal sealed class WireMonitorDetector
{
    public string? Id { get; set; }

    public string? ProjectId { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public bool? Enabled { get; set; }

    public WireReference? Owner { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public string[]? WorkflowIds { get; set; }

    public WireSource[]? DataSources { get; set; }

    public WireSettings? Config { get; set; }

    internal sealed class WireSource
    {
        public WireMonitor? QueryObj { get; set; }
    }

    internal sealed class WireSettings
    {
        public string? Environment { get; set; }
    }
}
