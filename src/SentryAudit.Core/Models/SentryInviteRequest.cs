namespace SentryAudit;

/// <summary>
/// A request for membership, of a person who asked to join or whom a member proposed, that nobody has decided yet. The list of members
/// does not contain it.
/// </summary>
public sealed class SentryInviteRequest
{
    /// <summary>Sentry's id, which will be the id of the membership.</summary>
    public required string Id { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The requested role, for example <c>member</c>.</summary>
    public string? Role { get; init; }

    /// <summary><c>requested_to_join</c> (the person asked) or <c>requested_to_be_invited</c> (a member proposed the person).</summary>
    public string? InviteStatus { get; init; }

    /// <summary>Name of the member who proposed the person; null if the person asked.</summary>
    public string? InviterName { get; init; }

    /// <summary>Slugs of the requested teams; null if Sentry does not report them.</summary>
    public StringList? TeamSlugs { get; init; }

    /// <summary>When it was requested (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The e-mail address, or the id without one.</summary>
    public override string ToString() => Email ?? Id;
}
