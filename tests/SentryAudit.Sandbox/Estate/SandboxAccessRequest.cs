namespace SentryAudit.Sandbox;

/// <summary>A member asks to join a team. The requester is null when the member asks for themselves.</summary>
public sealed record SandboxAccessRequest(string Id, SandboxMember Member, SandboxTeam Team, SandboxUser? Requester);
