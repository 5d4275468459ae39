namespace SentryAudit.Sandbox;

/// <summary>An alert in today's Sentry: what a user's page calls Alert and the API calls workflow.</summary>
public sealed class SandboxWorkflow
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public string? CreatedBy { get; set; }
    public DateTimeOffset DateCreated { get; set; }
    public DateTimeOffset DateUpdated { get; set; }
    public DateTimeOffset? LastTriggered { get; set; }
    public bool Enabled { get; set; } = true;
    public string? Environment { get; set; }

    /// <summary>Minutes between two notifications of one issue.</summary>
    public int Frequency { get; set; } = 30;

    /// <summary><c>user:ID</c> or <c>team:ID</c>.</summary>
    public string? Owner { get; set; }

    /// <summary>What sets it off. Its projects are those of the detectors; empty means attached to nothing.</summary>
    public List<SandboxDetector> Detectors { get; } = [];

    public SandboxConditionGroup? Triggers { get; set; }
    public List<SandboxConditionGroup> ActionFilters { get; } = [];

    /// <summary>More keys of <c>config</c>; Sentry's JSON may hold an empty key.</summary>
    public Dictionary<string, string> MoreConfig { get; } = new(StringComparer.Ordinal);
}
