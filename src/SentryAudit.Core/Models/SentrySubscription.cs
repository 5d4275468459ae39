namespace SentryAudit;

/// <summary>
/// The subscription of an organization on sentry.io. Sentry does not document it, so any property may be null, which means that Sentry
/// does not report it. Money is in the smallest unit of the plan's currency, for example cents.
/// </summary>
public sealed class SentrySubscription
{
    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Sentry's name of the plan, for example <c>am3_business</c>.</summary>
    public string? Plan { get; init; }

    /// <summary>Display name of the plan, for example <c>Business</c>.</summary>
    public string? PlanName { get; init; }

    /// <summary>The generation of the plan, for example <c>am3</c>.</summary>
    public string? PlanTier { get; init; }

    /// <summary><c>active</c>, <c>trialing</c>, <c>closed</c>, <c>past_due</c> or another value of a newer Sentry.</summary>
    public string? Status { get; init; }

    /// <summary>Number of seats in use; an invitation takes a seat too.</summary>
    public int? SeatsUsed { get; init; }

    /// <summary>Number of all seats; null also if the plan does not limit them.</summary>
    public int? SeatsTotal { get; init; }

    /// <summary>Number of members.</summary>
    public int? MemberCount { get; init; }

    /// <summary>Number of projects.</summary>
    public int? ProjectCount { get; init; }

    /// <summary>Whether the plan is free.</summary>
    public bool? IsFree { get; init; }

    /// <summary>Whether it is on trial.</summary>
    public bool? IsTrial { get; init; }

    /// <summary>When the trial ends (UTC); null without one.</summary>
    public DateTimeOffset? TrialEnd { get; init; }

    /// <summary>Whether there are more members than seats.</summary>
    public bool? IsOverMemberLimit { get; init; }

    /// <summary>Number of members who are disabled because there are too many.</summary>
    public int? MembersDeactivated { get; init; }

    /// <summary>Whether Sentry accepts more than the plan's volume for a while.</summary>
    public bool? IsGracePeriod { get; init; }

    /// <summary>Whether Sentry has suspended it.</summary>
    public bool? IsSuspended { get; init; }

    /// <summary>Whether some volume of the plan is used up.</summary>
    public bool? UsageExceeded { get; init; }

    /// <summary>The most that may be spent beyond the plan in a period (cents).</summary>
    public long? OnDemandMaxSpend { get; init; }

    /// <summary>The amount that was spent beyond the plan in this period (cents).</summary>
    public long? OnDemandSpendUsed { get; init; }

    /// <summary>First day of the period (UTC).</summary>
    public DateTimeOffset? OnDemandPeriodStart { get; init; }

    /// <summary>Last day of the period (UTC).</summary>
    public DateTimeOffset? OnDemandPeriodEnd { get; init; }

    /// <summary>When it renews (UTC).</summary>
    public DateTimeOffset? RenewalDate { get; init; }

    /// <summary>How long Sentry keeps data, for example <c>90d</c>.</summary>
    public string? DataRetention { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug of the organization.</summary>
    public override string ToString() => OrganizationSlug;
}
