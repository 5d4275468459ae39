namespace SentryAudit;

/// <summary>How many people have which status in an organization, with the check an administrator makes in Sentry's own members page.</summary>
public sealed class SentryUserStatusSummary
{
    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Members and invitations that Sentry lists.</summary>
    public int Total { get; init; }

    /// <summary>Invitations that are not accepted, expired ones included.</summary>
    public int Invited { get; init; }

    /// <summary>Invitations older than their 30 days.</summary>
    public int ExpiredInvites { get; init; }

    /// <summary>People with status Active.</summary>
    public int Active { get; init; }

    /// <summary>People with status Suspended.</summary>
    public int Suspended { get; init; }

    /// <summary>People with status Inactive, those who left (known from <c>-Previous</c>) included.</summary>
    public int Inactive { get; init; }

    /// <summary>People of earlier reads whom Sentry does not list any more; part of <see cref="Inactive"/>.</summary>
    public int Gone { get; init; }

    /// <summary>Whether every page of the members was read. When false, all numbers are lower bounds.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether total − invited = Active held; null when the read was incomplete.</summary>
    public bool? TotalMinusInvitedIsActive => IsComplete ? Total - Invited == Active : null;

    /// <summary>When it was read (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The organization's slug.</summary>
    public override string ToString() => OrganizationSlug;
}
