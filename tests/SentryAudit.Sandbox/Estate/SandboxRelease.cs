namespace SentryAudit.Sandbox;

/// <summary>A release. Kept small: an estate may hold hundreds of thousands.</summary>
public sealed class SandboxRelease
{
    public required long Id { get; init; }
    public required string Version { get; init; }

    /// <summary><c>open</c> or <c>archived</c>.</summary>
    public string Status { get; set; } = "open";

    public DateTimeOffset DateCreated { get; set; }
    public DateTimeOffset? DateReleased { get; set; }
    public DateTimeOffset? FirstEvent { get; set; }
    public DateTimeOffset? LastEvent { get; set; }
    public string? Ref { get; set; }
    public string? Url { get; set; }
    public int NewGroups { get; set; }
    public int CommitCount { get; set; }
    public IReadOnlyList<SandboxProject> Projects { get; set; } = [];
    public IReadOnlyList<string> Environments { get; set; } = [];
    public IReadOnlyList<SandboxUser> Authors { get; set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SandboxDeploy> Deploys { get; set; } = [];
}
