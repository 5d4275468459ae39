using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Stats;

/// <summary>The subscription of an organization.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    public async Task Every_field_of_a_subscription_is_mapped_and_what_is_not_reported_is_null()
    {
        var full = await Subscription("""
            {"plan":"am3_business","planDetails":{"name":"Business"},"planTier":"am3","status":"active","isFree":false,"isTrial":true,
             "trialEnd":"2026-09-10","usedLicenses":12,"totalLicenses":20,"totalMembers":13,
             "totalProjects":4,"isOverMemberLimit":false,"membersDeactivatedFromLimit":0,"isGracePeriod":false,"isSuspended":false,
             "usageExceeded":true,"onDemandMaxSpend":50000000000,"onDemandSpendUsed":1250,
             "onDemandPeriodStart":"2026-08-21","onDemandPeriodEnd":"2026-09-20","renewalDate":"2026-09-21","dataRetention":"90d"}
            """);
        var empty = await Subscription("{}");

        Assert.Equal(
            ("acme", "am3_business", "Business", "am3", "active", "90d"),
            (full.OrganizationSlug, full.Plan, full.PlanName, full.PlanTier, full.Status, full.DataRetention));
        Assert.Equal((12, 20, 13, 4, 0), (full.SeatsUsed, full.SeatsTotal, full.MemberCount, full.ProjectCount, full.MembersDeactivated));
        Assert.Equal(
            (false, true, false, false, false, true),
            (full.IsFree, full.IsTrial, full.IsOverMemberLimit, full.IsGracePeriod, full.IsSuspended, full.UsageExceeded));
        Assert.Equal((50_000_000_000L, 1250L), (full.OnDemandMaxSpend, full.OnDemandSpendUsed));
        Assert.Equal(
            ("2026-09-10", "2026-08-21", "2026-09-20", "2026-09-21"),
            (Text(full.TrialEnd), Text(full.OnDemandPeriodStart), Text(full.OnDemandPeriodEnd), Text(full.RenewalDate)));
        Assert.Equal((null, null, null, null), (empty.SeatsUsed, empty.SeatsTotal, empty.IsTrial, empty.OnDemandSpendUsed));
    }

    [Theory]
    [InlineData(403, SentryErrorCategory.PermissionDenied)]
    [InlineData(404, SentryErrorCategory.ObjectNotFound)]
    public async Task A_refused_or_unknown_subscription_is_not_available(int status, SentryErrorCategory category)
    {
        var error = await Assert.ThrowsAsync<SentryApiException>(() =>
            Estate.Api(new FakeTransport().On("customers/acme/", status)).Subscriptions.GetAsync(Estate.Acme, default));

        Assert.Equal(("SubscriptionNotAvailable", category, status), (error.ErrorId, error.Category, error.Status));
    }

    private static Task<SentrySubscription> Subscription(string json) =>
        Estate.Api(new FakeTransport().On("customers/acme/", json)).Subscriptions.GetAsync(Estate.Acme, default);

    private static string? Text(DateTimeOffset? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
