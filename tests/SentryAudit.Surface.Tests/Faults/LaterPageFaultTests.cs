using System.Globalization;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>A listing that breaks off after its first page: what came, and an error that says how much is known.</summary>
public sealed class LaterPageFaultTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    public static TheoryData<string, string> Matrix => Listing.With(LastingFault.Names);

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_listing_is_never_silently_short(string cmdlet, string faultName)
    {
        var (listing, fault) = (Listing.Of(cmdlet), LastingFault.Of(faultName));
        var connection = await Server.ConnectAsync(retries: 1, timeout: fault.TimeLimit);
        var rule = Server.Faults.On(listing.Endpoint, fault.Make(), skip: 1);

        var run = CmdletRunner.Run(listing.Create(connection));

        Assert.True(rule.Applied > 0);
        var error = fault.Category is SentryErrorCategory.AuthenticationError ? run.TerminatingError() : run.SingleError();
        var incomplete = Assert.IsType<IncompleteListingException>(error);
        Assert.Equal("IncompleteListing", incomplete.ErrorId);
        Assert.Equal(fault.Category, incomplete.Category);
        Assert.InRange(run.Output.Count, 1, listing.Total(Server.Estate));
        Assert.Equal(run.Output.Count, incomplete.ItemsRead);
        Assert.Contains(incomplete.ItemsRead.ToString(CultureInfo.InvariantCulture), incomplete.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void A_403_on_a_later_page_names_the_scope_too(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        Server.Faults.On(listing.Endpoint, LastingFault.Of("403").Make(), skip: 1);

        var error = CmdletRunner.Run(listing.Create(Connection)).SingleError();

        Assert.Contains(listing.Scope, $"{error.Message} {error.RecommendedAction}", StringComparison.Ordinal);
    }
}
