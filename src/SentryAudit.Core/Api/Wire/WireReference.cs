namespace SentryAudit.Api.Wire;

/// <summary>The <c>{id, slug, name}</c> by which Sentry's objects mention one another; a status and a provider look alike.</summary>
internal sealed class WireReference
{
    public string? Id { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }
}
