using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>A detector: what Sentry shows as a monitor, and what an alert rule about metrics, addresses or cron jobs is.</summary>
internal sealed class WireDetector : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Type) ? "type" : null;

    public string? Id { get; set; }

    /// <summary>Empty for a detector of no project; null when Sentry does not tell.</summary>
    [JsonConverter(typeof(NoneConverter))]
    public string? ProjectId { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public bool? Enabled { get; set; }

    public WireReference? Owner { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public string[]? WorkflowIds { get; set; }

    public WireSource[]? DataSources { get; set; }

    public WireSettings? Config { get; set; }

    public WireLatestGroup? LatestGroup { get; set; }

    internal sealed class WireSource
    {
        public WireMonitor? QueryObj { get; set; }
    }

    internal sealed class WireSettings
    {
        public string? Environment { get; set; }
    }

    internal sealed class WireLatestGroup
    {
        public DateTimeOffset? LastSeen { get; set; }
    }
}
