namespace SentryAudit;

/// <summary>The single sign-on of an organization.</summary>
public sealed class SentryAuthProvider
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the provider, for example <c>okta</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Role of people who sign in through it for the first time.</summary>
    public string? DefaultRole { get; init; }

    /// <summary>Whether every member must sign in through it.</summary>
    public bool? RequireLink { get; init; }

    /// <summary>Whether it creates and removes members with SCIM.</summary>
    public bool? ScimEnabled { get; init; }

    /// <summary>Number of members who have not linked their account to it.</summary>
    public int? PendingLinkCount { get; init; }

    /// <summary>Address at which people sign in.</summary>
    public string? LoginUrl { get; init; }

    /// <summary>When it was set up (UTC); always null, since Sentry does not report it.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The provider.</summary>
    public override string ToString() => Provider ?? Id;
}
