namespace SentryAudit;

/// <summary>A person in Sentry, in a company's own list, or in both.</summary>
public sealed class SentryMemberComparison
{
    /// <summary>Where the person was found.</summary>
    public SentryMemberSide Side { get; init; }

    /// <summary>The e-mail address in Sentry; null for people who are only in the reference.</summary>
    public string? Email { get; init; }

    /// <summary>The e-mail address in the reference; null for people who are only in Sentry.</summary>
    public string? ReferenceEmail { get; init; }

    /// <summary>Display name in Sentry; null for people who are only in the reference.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the membership; null for people who are only in the reference.</summary>
    public string? MemberId { get; init; }

    /// <summary>Role in Sentry.</summary>
    public string? Role { get; init; }

    /// <summary>Role in the reference; null if it has none.</summary>
    public string? ReferenceRole { get; init; }

    /// <summary>Whether both roles are the same; null if one of them is not known.</summary>
    public bool? RoleMatches =>
        Role is null || ReferenceRole is null ? null : string.Equals(Role, ReferenceRole, StringComparison.OrdinalIgnoreCase);

    /// <summary>The status by this read; null for people who are only in the reference.</summary>
    public SentryUserStatusKind? Status { get; init; }

    /// <summary>True while the invitation is not accepted.</summary>
    public bool? Pending { get; init; }

    /// <summary>True if the invitation has expired.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and if Sentry does not report it.</summary>
    public bool? Has2FA { get; init; }

    /// <summary>Last activity of the account (UTC), in any organization.</summary>
    public DateTimeOffset? LastActive { get; init; }

    /// <summary>Number of the row in the reference, from 1; null for people who are only in Sentry.</summary>
    public int? ReferenceRow { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When Sentry was read (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The person and the side.</summary>
    public override string ToString() => $"{Email ?? ReferenceEmail}: {Side}";
}
