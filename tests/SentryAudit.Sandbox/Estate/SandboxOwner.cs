namespace SentryAudit.Sandbox;

/// <summary>Who owns a detector: a team, or a user (who also has an e-mail address).</summary>
public sealed record SandboxOwner(string Type, string Id, string Name, string? Email = null);
