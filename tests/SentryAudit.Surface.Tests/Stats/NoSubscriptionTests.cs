using SentryAudit.Commands.Stats;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

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
