namespace SentryAudit.Api.Wire;

internal sealed class WireRepository : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Name) ? "name" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public WireReference? Provider { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public string? IntegrationId { get; set; }

    public string? ExternalSlug { get; set; }

    public string? ExternalId { get; set; }
}
