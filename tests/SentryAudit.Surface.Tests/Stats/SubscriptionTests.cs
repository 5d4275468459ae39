using SentryAudit.Commands.Stats;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

public sealed class SubscriptionTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_seats_of_every_organization_are_listed()
    {
        var subscriptions = Get<SentrySubscription>(new GetSentrySubscriptionCommand { Connection = Connection });

        Assert.Equal(Server.Estate.Organizations.Count, subscriptions.Length);
        var acme = subscriptions.Single(subscription => subscription.OrganizationSlug == "acme");
        Assert.Equal(("Business", "active", Acme.Members.Count), (acme.PlanName, acme.Status, acme.MemberCount));
        Assert.Equal((false, 50_000L), (acme.IsTrial, acme.OnDemandMaxSpend));
        Assert.True(acme.SeatsTotal >= acme.SeatsUsed);
        Assert.NotNull(acme.RenewalDate);
    }
}
