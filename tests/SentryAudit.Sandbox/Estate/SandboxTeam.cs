namespace SentryAudit.Sandbox;

/// <summary>A team and who is on it.</summary>
public sealed class SandboxTeam
{
    public required string Id { get; init; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public DateTimeOffset DateCreated { get; set; }
    public bool IdpProvisioned { get; set; }
    public List<SandboxTeamMembership> Memberships { get; } = [];
}
