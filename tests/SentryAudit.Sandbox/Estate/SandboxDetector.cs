namespace SentryAudit.Sandbox;

/// <summary>What watches a project: what a user's page calls Monitor and the API calls detector.</summary>
public sealed class SandboxDetector
{
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary><c>error</c>, <c>metric_issue</c>, <c>uptime_domain_failure</c>, <c>monitor_check_in_failure</c> or others.</summary>
    public required string Type { get; init; }

    public SandboxProject? Project { get; set; }
    public string? Description { get; set; }
    public bool Enabled { get; set; } = true;
    public SandboxOwner? Owner { get; set; }
    public string? CreatedBy { get; set; }
    public DateTimeOffset DateCreated { get; set; }
    public DateTimeOffset DateUpdated { get; set; }

    /// <summary>What a metric detector measures; null for the other types.</summary>
    public SandboxMetric? Metric { get; set; }
}
