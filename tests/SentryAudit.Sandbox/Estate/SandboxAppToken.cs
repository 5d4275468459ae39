namespace SentryAudit.Sandbox;

/// <summary>A token of an internal integration. What it is, only its maker ever saw; the list shows its last characters.</summary>
public sealed record SandboxAppToken(
    string Id, string? Name, string LastCharacters, IReadOnlyList<string> Scopes, DateTimeOffset DateCreated, DateTimeOffset? ExpiresAt);
