namespace SentryAudit;

/// <summary>A connection of an organization to another service, such as a code host or a chat.</summary>
public sealed class SentryIntegration
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the account at the other service.</summary>
    public string? Name { get; init; }

    /// <summary>Sentry's key of the other service, for example <c>github</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Name of the other service, for example <c>GitHub</c>.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The host or workspace at the other service; null if Sentry does not report it.</summary>
    public string? DomainName { get; init; }

    /// <summary>State of the connection itself, which several organizations may share: <c>active</c>, <c>disabled</c>.</summary>
    public string? Status { get; init; }

    /// <summary>State of the connection for this organization: <c>active</c>, <c>disabled</c>, <c>pending_deletion</c>.</summary>
    public string? OrganizationStatus { get; init; }

    /// <summary>Whether it must be installed again to get the permissions it now needs; null if Sentry does not report it.</summary>
    public bool? OutOfDate { get; init; }

    /// <summary>Until when it still works although the plan no longer includes it (UTC); null if the plan includes it.</summary>
    public DateTimeOffset? GracePeriodEnd { get; init; }

    /// <summary>Kind of the account at the other service, for example <c>Organization</c>; null if Sentry does not report it.</summary>
    public string? AccountType { get; init; }

    /// <summary>Scopes that the other service granted; null if Sentry does not report it.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Its id at the other service.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was installed (UTC); always null, since Sentry's list does not report it.</summary>
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
