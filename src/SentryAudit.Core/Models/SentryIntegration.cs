namespace SentryAudit;

/// <summary>A connection of an organization to another service, such as a code host or a chat.</summary>
public sealed class SentryIntegration
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the account at the other service.</summary>
    public string? Name { get; init; }

    /// <summary>Sentry's key of the other service, as <c>github</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Name of the other service, as <c>GitHub</c>.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Host or workspace at the other service; null when not told.</summary>
    public string? DomainName { get; init; }

    /// <summary>State of the connection as such, which several organizations may share: <c>active</c>, <c>disabled</c>.</summary>
    public string? Status { get; init; }

    /// <summary>State of this organization's part in it: <c>active</c>, <c>disabled</c>, <c>pending_deletion</c>.</summary>
    public string? OrganizationStatus { get; init; }

    /// <summary>Whether it must be installed anew to get the permissions of today; null where Sentry does not tell.</summary>
    public bool? OutOfDate { get; init; }

    /// <summary>Until when a connection that the plan no longer includes goes on working (UTC); null without such an end.</summary>
    public DateTimeOffset? GracePeriodEnd { get; init; }

    /// <summary>Kind of the account at the other service, as <c>Organization</c>; null when not told.</summary>
    public string? AccountType { get; init; }

    /// <summary>Scopes that the other service granted; null where Sentry does not tell.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Its id at the other service.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was installed (UTC); null, since Sentry's list does not tell.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The service and the account.</summary>
    public override string ToString() => $"{Provider}: {Name ?? Id}";
}
