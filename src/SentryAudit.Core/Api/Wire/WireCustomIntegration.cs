namespace SentryAudit.Api.Wire;

/// <summary>A custom integration. Its client secret and its webhook's address and headers, which may hold secrets, are not read.</summary>
internal sealed class WireCustomIntegration : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Uuid) ? "uuid" : string.IsNullOrEmpty(Slug) ? "slug" : null;

    public string? Uuid { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Status { get; set; }

    public string[]? Scopes { get; set; }

    public string[]? Events { get; set; }

    public bool? IsDisabled { get; set; }

    public WireReference? Owner { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public DateTimeOffset? DatePublished { get; set; }
}
