namespace SentryAudit;

/// <summary>An end user of an application, as its events name them; not a member of the organization. It holds personal data.</summary>
public sealed class SentryProjectUser
{
    /// <summary>Sentry's id; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Id the application gave the user.</summary>
    public string? Identifier { get; init; }

    /// <summary>User name the application gave.</summary>
    public string? UserName { get; init; }

    /// <summary>E-mail address the application gave.</summary>
    public string? Email { get; init; }

    /// <summary>Display name the application gave.</summary>
    public string? Name { get; init; }

    /// <summary>IP address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>What Sentry tells its users apart by.</summary>
    public string? Hash { get; init; }

    /// <summary>When Sentry first saw them (UTC); today's Sentry does not tell.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The first thing known: identifier, user name, e-mail address, IP address, hash.</summary>
    public override string ToString() => Identifier ?? UserName ?? Email ?? IpAddress ?? Hash ?? "";
}
