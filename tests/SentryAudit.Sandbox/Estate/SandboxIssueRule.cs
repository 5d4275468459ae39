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

    /// <summary>JSON of the conditions; null for the one every seeded rule has.</summary>
    public string? Conditions { get; set; }

    /// <summary>JSON of the filters; null for none.</summary>
    public string? Filters { get; set; }

    /// <summary>JSON of the actions; null for the mail every seeded rule sends.</summary>
    public string? Actions { get; set; }
}
