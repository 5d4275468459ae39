namespace SentryAudit.Sandbox;

/// <summary>A Sentry account. Its id is not the membership's id.</summary>
public sealed class SandboxUser
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public bool IsActive { get; set; } = true;

    /// <summary>False for a deactivated account: no list has it, but its memberships are still there and answer by their id.</summary>
    public bool IsListed { get; set; } = true;

    /// <summary>Null leaves the key out, as servers before 2026 do.</summary>
    public bool? IsSuspended { get; set; } = false;

    public bool HasPasswordAuth { get; set; } = true;
    public bool IsManaged { get; set; }
    public bool Has2Fa { get; set; }
    public DateTimeOffset DateJoined { get; set; }
    public DateTimeOffset? LastLogin { get; set; }
    public DateTimeOffset? LastActive { get; set; }
}
