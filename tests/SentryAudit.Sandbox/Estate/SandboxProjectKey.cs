namespace SentryAudit.Sandbox;

/// <summary>A client key (DSN) of a project.</summary>
public sealed class SandboxProjectKey
{
    /// <summary>The public half, which is also the key's id.</summary>
    public required string Public { get; init; }

    public required string Secret { get; init; }
    public required SandboxProject Project { get; init; }
    public string Name { get; set; } = "Default";
    public bool IsActive { get; set; } = true;

    /// <summary>Seconds; null when the key has no rate limit.</summary>
    public int? RateLimitWindow { get; set; }

    public int RateLimitCount { get; set; }
    public DateTimeOffset? DateCreated { get; set; }
}
