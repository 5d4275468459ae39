using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>A self-hosted Sentry has one host, no rate limits and no announcements of retirement.</summary>
public sealed class SelfHostedTests(SelfHostedSandbox sandbox) : SandboxTest(sandbox), IClassFixture<SelfHostedSandbox>
{
    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void Every_listing_works_on_one_host(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);

        var run = CmdletRunner.Run(listing.Create(Connection));

        run.ShouldSucceed();
        Assert.Equal(listing.Total(Server.Estate), run.Output.Count);
        Assert.All(Server.Requests, request => Assert.Equal(Server.BaseUri.Port, request.Port));
        Assert.Empty(run.Warnings);
    }
}
