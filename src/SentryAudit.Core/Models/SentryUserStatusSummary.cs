namespace SentryAudit;

/// <summary>
/// How many people of an organization have which status, with the check that an administrator would make on Sentry's own page of members.
/// The numbers are null if no member could be read.
/// </summary>
public sealed class SentryUserStatusSummary
{
    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Members and invitations that Sentry lists.</summary>
    public int? Total { get; init; }

    /// <summary>Invitations that are not accepted, including expired ones.</summary>
    public int? Invited { get; init; }

    /// <summary>Invitations that are older than 30 days and so no longer valid; null if Sentry does not tell it of each.</summary>
    public int? ExpiredInvites { get; init; }

    /// <summary>People with status Active.</summary>
    public int? Active { get; init; }

    /// <summary>People with status Suspended.</summary>
    public int? Suspended { get; init; }

    /// <summary>People with status Inactive, including those who left (known from <c>-Previous</c>).</summary>
    public int? Inactive { get; init; }

    /// <summary>
    /// People of earlier reads whom Sentry no longer lists, deactivated accounts included; part of <see cref="Inactive"/>.
    /// </summary>
    public int? Gone { get; init; }

    /// <summary>Whether every page of the members was read. If not, all numbers are lower bounds, or unknown.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether the total minus the invited is the number of Active people; null if the read was incomplete.</summary>
    public bool? TotalMinusInvitedIsActive => IsComplete ? Total - Invited == Active : null;

    /// <summary>When it was read (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The organization's slug.</summary>
    public override string ToString() => OrganizationSlug;
}
