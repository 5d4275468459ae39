namespace SentryAudit.Sandbox;

/// <summary>An issue alert rule as the retired <c>rules/</c> endpoint shows it.</summary>
public sealed class SandboxIssueRule
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required SandboxProject Project { get; init; }
    public string Status { get; set; } = "active";
    public string ActionMatch { get; set; } = "all";
    public string FilterMatch { get; set; } = "all";

    /// <summary>Minutes between two notifications of one issue.</summary>
    public int Frequency { get; set; } = 30;

    public string? Environment { get; set; }
    public string? Owner { get; set; }
    public SandboxUser? CreatedBy { get; set; }
    public DateTimeOffset DateCreated { get; set; }
    public DateTimeOffset? LastTriggered { get; set; }
    public bool Snooze { get; set; }
}
