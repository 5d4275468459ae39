namespace SentryAudit;

/// <summary>A code repository connected to an organization, or one that was.</summary>
public sealed class SentryRepository
{
    /// <summary>Name, for example <c>acme/web</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// <c>active</c>, <c>disabled</c>, <c>hidden</c>, <c>pending_deletion</c>, <c>deletion_in_progress</c>, or another value of a newer
    /// Sentry.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>Name of the code host, for example <c>GitHub</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// Sentry's id of the code host, for example <c>integrations:github</c>; <c>unknown</c> for a repository that was added by hand.
    /// </summary>
    public string? ProviderId { get; init; }

    /// <summary>Its address; null if Sentry does not report it.</summary>
    public string? Url { get; init; }

    /// <summary>Id of the integration through which it is connected; null without one.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>Its name at the code host.</summary>
    public string? ExternalSlug { get; init; }

    /// <summary>Its id at the code host.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was connected (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
