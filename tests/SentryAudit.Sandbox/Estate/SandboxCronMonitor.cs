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

    /// <summary>When it runs every so many hours instead of by <see cref="Schedule"/>.</summary>
    public int? EveryHours { get; set; }

    /// <summary>Minutes; null when nobody set one.</summary>
    public int? CheckInMargin { get; set; } = 5;

    /// <summary>Minutes; null when nobody set one.</summary>
    public int? MaxRuntime { get; set; }

    public string? TimeZone { get; set; } = "UTC";

    /// <summary>Empty until it first reports.</summary>
    public List<string> Environments { get; } = ["production"];

    /// <summary><c>ok</c>, <c>error</c>, <c>missed_checkin</c>, <c>timeout</c> or <c>active</c>, which means never run.</summary>
    public string EnvironmentStatus { get; set; } = "ok";
    public DateTimeOffset DateCreated { get; set; }
    public SandboxOwner? Owner { get; set; }
}
