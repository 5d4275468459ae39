namespace SentryAudit.Sandbox;

/// <summary>How an organization signs its people in.</summary>
public sealed record SandboxAuthProvider(
    string Id, string ProviderName, int PendingLinks, string DefaultRole, bool RequireLink, bool ScimEnabled);
