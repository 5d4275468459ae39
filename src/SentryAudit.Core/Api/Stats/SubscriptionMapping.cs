using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Stats;

internal static class SubscriptionMapping
{
    public static SentrySubscription ToModel(this WireSubscription wire, string organization, DateTimeOffset readAt) => new()
    {
        OrganizationSlug = organization,
        Plan = wire.Plan,
        PlanName = wire.PlanDetails?.Name,
        PlanTier = wire.PlanTier,
        Status = wire.Status,
        SeatsUsed = wire.UsedLicenses,
        SeatsTotal = wire.TotalLicenses is < 0 ? null : wire.TotalLicenses,
        MemberCount = wire.TotalMembers,
        ProjectCount = wire.TotalProjects,
        IsFree = wire.IsFree,
        IsTrial = wire.IsTrial,
        TrialEnd = wire.TrialEnd,
        IsOverMemberLimit = wire.IsOverMemberLimit,
        MembersDeactivated = wire.MembersDeactivatedFromLimit,
        IsGracePeriod = wire.IsGracePeriod,
        IsSuspended = wire.IsSuspended,
        UsageExceeded = wire.UsageExceeded,
        OnDemandMaxSpend = wire.OnDemandMaxSpend,
        OnDemandSpendUsed = wire.OnDemandSpendUsed,
        OnDemandPeriodStart = wire.OnDemandPeriodStart,
        OnDemandPeriodEnd = wire.OnDemandPeriodEnd,
        RenewalDate = wire.RenewalDate,
        DataRetention = wire.DataRetention,
        LastUpdated = readAt,
    };
}
