namespace SentryAudit.Api.Wire;

internal sealed class WireSubscription
{
    public string? Plan { get; set; }

    public WirePlan? PlanDetails { get; set; }

    public string? PlanTier { get; set; }

    public string? Status { get; set; }

    public bool? IsFree { get; set; }

    public bool? IsTrial { get; set; }

    public DateTimeOffset? TrialEnd { get; set; }

    public int? UsedLicenses { get; set; }

    public int? TotalLicenses { get; set; }

    public int? TotalMembers { get; set; }

    public int? TotalProjects { get; set; }

    public bool? IsOverMemberLimit { get; set; }

    public int? MembersDeactivatedFromLimit { get; set; }

    public bool? IsGracePeriod { get; set; }

    public bool? IsSuspended { get; set; }

    public bool? UsageExceeded { get; set; }

    public long? OnDemandMaxSpend { get; set; }

    public long? OnDemandSpendUsed { get; set; }

    public DateTimeOffset? OnDemandPeriodStart { get; set; }

    public DateTimeOffset? OnDemandPeriodEnd { get; set; }

    public DateTimeOffset? RenewalDate { get; set; }

    public string? DataRetention { get; set; }

    internal sealed class WirePlan
    {
        public string? Name { get; set; }
    }
}
