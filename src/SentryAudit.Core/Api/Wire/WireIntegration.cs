namespace SentryAudit.Api.Wire;

/// <summary>A connection to another service. Its configuration is not read.</summary>
internal sealed class WireIntegration : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DomainName { get; set; }

    public string? AccountType { get; set; }

    public string[]? Scopes { get; set; }

    public string? Status { get; set; }

    public WireProvider? Provider { get; set; }

    public string? ExternalId { get; set; }

    public string? OrganizationIntegrationStatus { get; set; }

    public DateTimeOffset? GracePeriodEnd { get; set; }

    public bool? OutOfDate { get; set; }

    internal sealed class WireProvider
    {
        public string? Key { get; set; }

        public string? Name { get; set; }
    }
}
