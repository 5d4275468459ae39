using System.Text.Json.Serialization;

namespace SentryAudit;

/// <summary>The membership of one person, or of one invitation, in one team.</summary>
public sealed class SentryTeamMember
{
    /// <summary>Slug of the team.</summary>
    public required string TeamSlug { get; init; }

    /// <summary>Sentry's id of the team; null where the team was only named, and in inventories of earlier versions.</summary>
    [JsonInclude]
    public string? TeamId { get; internal set; }

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

    /// <summary>The role that is set on this team; null if none is set.</summary>
    public string? TeamRole { get; init; }

    /// <summary>
    /// The role that counts on this team: <see cref="TeamRole"/> (the lowest if none is set) or the role that the role in the organization
    /// gives on teams, whichever is higher. Null if Sentry does not report the roles.
    /// </summary>
    public string? EffectiveRole { get; init; }

    /// <summary>True while the invitation is not accepted.</summary>
    public bool? Pending { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and if Sentry does not report it.</summary>
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
