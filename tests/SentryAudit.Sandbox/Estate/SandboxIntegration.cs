namespace SentryAudit.Sandbox;

/// <summary>A connection to another company's service, such as a chat or a code host.</summary>
public sealed class SandboxIntegration
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string ProviderKey { get; init; }
    public required string ProviderName { get; init; }

    /// <summary>Of the connection as such: <c>active</c> or <c>disabled</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>Of the connection with this organization: <c>active</c>, <c>disabled</c> or <c>pending_deletion</c>.</summary>
    public string OrganizationStatus { get; set; } = "active";

    /// <summary>Null where Sentry does not know.</summary>
    public bool? OutOfDate { get; set; }

    public DateTimeOffset? GracePeriodEnd { get; set; }
    public string? DomainName { get; set; }
    public string? AccountType { get; set; }
    public IReadOnlyList<string>? Scopes { get; set; }
    public string ExternalId { get; set; } = "7252394";
}
