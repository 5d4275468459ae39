namespace SentryAudit;

/// <summary>
/// An integration that the organization created itself; Sentry's API calls it a "Sentry app". Its secrets are never read.
/// </summary>
public sealed class SentryCustomIntegration
{
    /// <summary>Sentry's id (a UUID).</summary>
    public required string Id { get; init; }

    /// <summary>Short name, unique on the whole server.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary><c>internal</c> (only for this organization, with tokens), <c>unpublished</c> or <c>published</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The scopes that it has.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>The kinds of events that are sent to it; empty for none, null if Sentry does not report it.</summary>
    public StringList? Events { get; init; }

    /// <summary>Whether Sentry has disabled it; null if Sentry does not report it.</summary>
    public bool? IsDisabled { get; init; }

    /// <summary>Slug of the organization that created it.</summary>
    public string? Owner { get; init; }

    /// <summary>Number of its tokens; null if they can't be read, or if it is not internal and so has no tokens of its own.</summary>
    public int? TokenCount { get; init; }

    /// <summary>When it was created (UTC); null if Sentry does not report it.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was published (UTC); null if it is not published.</summary>
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
