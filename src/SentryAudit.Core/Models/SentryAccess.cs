namespace SentryAudit;

/// <summary>That one person, or one invitation, reaches one project, and why.</summary>
public sealed class SentryAccess
{
    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Id of the membership of the organization, not of the person.</summary>
    public required string MemberId { get; init; }

    /// <summary>Id of the person's account; null for invitations and deleted accounts.</summary>
    public string? UserId { get; init; }

    /// <summary>The account's primary e-mail address, or the invited one.</summary>
    public string? Email { get; init; }

    /// <summary>Display name; the e-mail address for invitations.</summary>
    public string? Name { get; init; }

    /// <summary>Slug of the project.</summary>
    public required string ProjectSlug { get; init; }

    /// <summary>Why: the strongest reason where there are several.</summary>
    public SentryAccessGrant Grant { get; init; }

    /// <summary>Slugs of the project's teams that the person is a member of, sorted; empty when access needs no team.</summary>
    public required StringList TeamSlugs { get; init; }

    /// <summary>The highest role that counts on one of <see cref="TeamSlugs"/>; null without a team, and where the roles are not known.</summary>
    public string? TeamRole { get; init; }

    /// <summary>Organization role.</summary>
    public string? Role { get; init; }

    /// <summary>True while the invitation is not accepted: it is the access they will have.</summary>
    public bool? Pending { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and where Sentry does not tell.</summary>
    public bool? Has2FA { get; init; }

    /// <summary>When the member was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The person and the project.</summary>
    public override string ToString() => $"{Email ?? MemberId} on {ProjectSlug}";
}
