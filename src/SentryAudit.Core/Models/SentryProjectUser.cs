namespace SentryAudit;

/// <summary>An end user of an application, as its events name them; not a member of the organization. It contains personal data.</summary>
public sealed class SentryProjectUser
{
    /// <summary>Sentry's id; null if it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The id that the application gave the user.</summary>
    public string? Identifier { get; init; }

    /// <summary>The user name that the application gave.</summary>
    public string? UserName { get; init; }

    /// <summary>The e-mail address that the application gave.</summary>
    public string? Email { get; init; }

    /// <summary>The display name that the application gave.</summary>
    public string? Name { get; init; }

    /// <summary>IP address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Sentry's hash, which is different for each user.</summary>
    public string? Hash { get; init; }

    /// <summary>When Sentry first saw the user (UTC); null if Sentry does not report it, which present versions never do.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The first one that is known: identifier, user name, e-mail address, IP address, hash.</summary>
    public override string ToString() => Identifier ?? UserName ?? Email ?? IpAddress ?? Hash ?? "";
}
