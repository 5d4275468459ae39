namespace SentryAudit.Api.Wire;

/// <summary>The <c>{id, slug, name}</c> by which Sentry's objects mention one another; a status and a provider look alike.</summary>
internal sealed class WireReference
{
    public string? Id { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }
}
