using SentryAudit.Commands.Stats;
using SentryAudit.Sandbox.Recording;
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

public sealed class NoSubscriptionTests(SelfHostedSandbox sandbox) : SandboxTest(sandbox), IClassFixture<SelfHostedSandbox>
{
    [Fact]
    public void A_self_hosted_Sentry_has_no_subscription_and_says_so()
    {
        var run = CmdletRunner.Run(new GetSentrySubscriptionCommand { Connection = Connection, Organization = [new("acme")] });

        Assert.Empty(run.Output);
        Assert.Equal("SubscriptionNotAvailable", run.SingleError().ErrorId);
        Assert.Contains("not available", run.SingleError().Message, StringComparison.Ordinal);
    }
}
