namespace SentryAudit;

/// <summary>A code repository connected to an organization.</summary>
public sealed class SentryRepository
{
    /// <summary>Name, as <c>acme/web</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Who hosts it, as <c>GitHub</c>.</summary>
    public string? Provider { get; init; }

    /// <summary><c>active</c>, <c>disabled</c>, <c>hidden</c>, <c>pending_deletion</c>, …</summary>
    public string? Status { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }

    /// <summary>Id of the integration it came with; null when it was added by hand.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>Its name at the provider.</summary>
    public string? ExternalSlug { get; init; }

    /// <summary>When it was connected (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
