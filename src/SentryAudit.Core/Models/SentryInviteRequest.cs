namespace SentryAudit;

/// <summary>Somebody who asked to become a member, or was proposed by one, and whom nobody has let in yet. The member list leaves them out.</summary>
public sealed class SentryInviteRequest
{
    /// <summary>Sentry's id, that of the membership to be.</summary>
    public required string Id { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Role asked for, as <c>member</c>.</summary>
    public string? Role { get; init; }

    /// <summary><c>requested_to_join</c> (asked in person) or <c>requested_to_be_invited</c> (proposed by a member).</summary>
    public string? InviteStatus { get; init; }

    /// <summary>Name of the member who proposed it; null for who asked in person.</summary>
    public string? InviterName { get; init; }

    /// <summary>Slugs of the teams asked for; null where Sentry does not tell.</summary>
    public StringList? TeamSlugs { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The e-mail address, else the id.</summary>
    public override string ToString() => Email ?? Id;
}
