namespace SentryAudit.Sandbox;

/// <summary>A cron monitor.</summary>
public sealed class SandboxCronMonitor
{
    public required string Id { get; init; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public required SandboxProject Project { get; init; }
    public string Status { get; set; } = "active";
    public bool IsMuted { get; set; }
    public string Schedule { get; set; } = "0 * * * *";
    public DateTimeOffset DateCreated { get; set; }
    public SandboxOwner? Owner { get; set; }
}
