namespace SentryAudit;

/// <summary>The access of one person, or of one invitation, to one project, and the reason for it.</summary>
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

    /// <summary>
    /// The reason for the access; the strongest one if there are several. Null if a team could not be read that may be a stronger one.
    /// </summary>
    public SentryAccessGrant? Grant { get; init; }

    /// <summary>
    /// Slugs of the project's teams that the person is a member of, sorted; empty if the access needs no team, null if one of the
    /// project's teams could not be read.
    /// </summary>
    public StringList? TeamSlugs { get; init; }

    /// <summary>
    /// The highest role that counts on one of <see cref="TeamSlugs"/>; null without a team, and if the roles are not known.
    /// </summary>
    public string? TeamRole { get; init; }

    /// <summary>Organization role.</summary>
    public string? Role { get; init; }

    /// <summary>True while the invitation is not accepted; then it is the access that the person will have.</summary>
    public bool? Pending { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and if Sentry does not report it.</summary>
    public bool? Has2FA { get; init; }

    /// <summary>When the member was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The person and the project.</summary>
    public override string ToString() => $"{Email ?? MemberId} on {ProjectSlug}";
}
