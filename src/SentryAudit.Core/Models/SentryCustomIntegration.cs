namespace SentryAudit;

/// <summary>An integration that the organization made itself (Sentry's API calls it a "Sentry app"). Its secrets are never read.</summary>
public sealed class SentryCustomIntegration
{
    /// <summary>Sentry's id (a UUID).</summary>
    public required string Id { get; init; }

    /// <summary>Short name, unique on the whole server.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary><c>internal</c> (for this organization alone, with tokens), <c>unpublished</c> or <c>published</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Scopes it has.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Kinds of events it is sent; empty for none, null where Sentry does not tell.</summary>
    public StringList? Events { get; init; }

    /// <summary>Whether Sentry has disabled it; null where Sentry does not tell.</summary>
    public bool? IsDisabled { get; init; }

    /// <summary>Slug of the organization that made it.</summary>
    public string? Owner { get; init; }

    /// <summary>Number of its tokens; null when they can't be read, or when it is not internal and so has none of its own.</summary>
    public int? TokenCount { get; init; }

    /// <summary>When it was created (UTC); null where Sentry does not tell.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was published (UTC); null when it was not.</summary>
    public DateTimeOffset? DatePublished { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;
}
