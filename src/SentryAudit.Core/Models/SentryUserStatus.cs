namespace SentryAudit;

/// <summary>
/// A person's status in an organization, by the latest read and the earlier ones that are given with <c>-Previous</c>. Rows that were
/// written with <c>Export-Csv</c> can be given there, so that people who left stay in the list.
/// </summary>
public sealed class SentryUserStatus
{
    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Id of the membership; null only if an earlier row had none.</summary>
    public string? MemberId { get; init; }

    /// <summary>Id of the person's account; null for invitations and deleted accounts.</summary>
    public string? UserId { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Role in the organization; for people who left, the last one that is known.</summary>
    public string? Role { get; init; }

    /// <summary>The status.</summary>
    public SentryUserStatusKind Status { get; init; }

    /// <summary>The rule that decided the status.</summary>
    public SentryUserStatusReason Reason { get; init; }

    /// <summary>Whether the account is active; null without an account, and for people whom Sentry no longer lists.</summary>
    public bool? IsActive { get; init; }

    /// <summary>True while the invitation is not accepted; null for people whom Sentry no longer lists.</summary>
    public bool? Pending { get; init; }

    /// <summary>True if the invitation is older than 30 days and so no longer valid.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether Sentry has suspended the account; it is not the same as <see cref="Status"/> Suspended.</summary>
    public bool? IsSuspended { get; init; }

    /// <summary>The status in the newest of the earlier rows; null without one.</summary>
    public SentryUserStatusKind? PreviousStatus { get; init; }

    /// <summary>True if the person was Active in this or in any earlier read.</summary>
    public bool EverActive { get; init; }

    /// <summary>When the membership or invitation was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Last activity of the account (UTC), in any organization.</summary>
    public DateTimeOffset? LastActive { get; init; }

    /// <summary>The last read in which Sentry listed the person (UTC); null if no earlier row has it.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The read that decided the status (UTC); for a person who was not assessed this time, the earlier one.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>The e-mail address with the status.</summary>
    public override string ToString() => $"{Email ?? MemberId}: {Status}";
}
