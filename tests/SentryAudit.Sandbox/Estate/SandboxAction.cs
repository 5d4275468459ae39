namespace SentryAudit.Sandbox;

/// <summary>What an alert does: mail somebody, post somewhere, open a ticket.</summary>
public sealed record SandboxAction(
    string Id, string Type, string? TargetType, string? TargetIdentifier, string? TargetDisplay, string? IntegrationId = null);
