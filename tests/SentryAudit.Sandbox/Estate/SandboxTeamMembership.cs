namespace SentryAudit.Sandbox;

/// <summary>A member's place on a team. A null role is Sentry's default: contributor, or the minimum the org role brings.</summary>
public sealed record SandboxTeamMembership(SandboxMember Member, string? Role);
