using SentryAudit.Commands.Member;
using SentryAudit.Commands.Release;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>An inventory knows the roles, too, and says itself what it can't filter by.</summary>
public sealed class OfflineFilterTests(InventorySandbox sandbox) : IClassFixture<InventorySandbox>
{
    private static readonly OrganizationReference[] Acme = [new("acme")];

    [Fact]
    public void A_role_that_the_inventory_does_not_have_is_an_error()
    {
        var run = CmdletRunner.Run(
            new GetSentryMemberCommand { Connection = sandbox.Offline, Organization = Acme, Role = [new("ownr")] });

        Assert.Empty(run.Output);
        Assert.Contains("Did you mean owner?", run.SingleError().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_Sentry_is_said_once()
    {
        var run = CmdletRunner.Run(
            new GetSentryReleaseCommand { Connection = sandbox.Offline, Organization = Acme, Environment = ["production"] });

        Assert.Equal("SentryApiRequired", run.SingleError().ErrorId);
        Assert.Empty(run.Warnings);
    }
}
