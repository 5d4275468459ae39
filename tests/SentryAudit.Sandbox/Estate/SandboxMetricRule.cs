namespace SentryAudit.Sandbox;

/// <summary>A metric alert rule as the retired <c>alert-rules/</c> endpoint shows it.</summary>
public sealed class SandboxMetricRule
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required SandboxProject Project { get; init; }
    public required SandboxMetric Metric { get; set; }

    /// <summary>0 normal, 4 snapshot, 5 disabled, 6 not enough data.</summary>
    public int Status { get; set; }

    public bool Snooze { get; set; }
    public string? Owner { get; set; }
    public DateTimeOffset DateCreated { get; set; }
    public DateTimeOffset DateModified { get; set; }
}
