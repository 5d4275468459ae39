namespace SentryAudit;

/// <summary>One person's, or one invitation's, membership of one team.</summary>
public sealed class SentryTeamMember
{
    /// <summary>Slug of the team.</summary>
    public required string TeamSlug { get; init; }

    /// <summary>Id of the membership of the organization, not of the person.</summary>
    public required string MemberId { get; init; }

    /// <summary>Id of the person's account; null for invitations and deleted accounts.</summary>
    public string? UserId { get; init; }

    /// <summary>The account's primary e-mail address, or the invited one.</summary>
    public string? Email { get; init; }

    /// <summary>Display name; the e-mail address for invitations.</summary>
    public string? Name { get; init; }

    /// <summary>Organization role.</summary>
    public string? Role { get; init; }

    /// <summary>Role set on this team; null when none is set.</summary>
    public string? TeamRole { get; init; }

    /// <summary>
    /// Role that counts on this team: the higher one of <see cref="TeamRole"/> (none set is the least) and the least team
    /// role that the organization role gives. Null when Sentry does not tell what the roles are.
    /// </summary>
    public string? EffectiveRole { get; init; }

    /// <summary>True while the invitation is not accepted.</summary>
    public bool? Pending { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and where Sentry does not tell.</summary>
    public bool? Has2FA { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The person and the team.</summary>
    public override string ToString() => $"{Email ?? MemberId} in {TeamSlug}";
}
