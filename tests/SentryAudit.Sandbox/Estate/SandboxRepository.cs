namespace SentryAudit.Sandbox;

/// <summary>A code repository an organization connected.</summary>
public sealed class SandboxRepository
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public string? Url { get; set; }
    public string Status { get; set; } = "active";
    public string ProviderId { get; set; } = "integrations:github";
    public string ProviderName { get; set; } = "GitHub";
    public string? IntegrationId { get; set; }
    public string? ExternalId { get; set; }
    public DateTimeOffset DateCreated { get; set; }
}
