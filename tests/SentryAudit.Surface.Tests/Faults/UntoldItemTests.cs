using SentryAudit.Commands.Member;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>An item of a list that nobody can tell: the others come, and it is said that there is one.</summary>
public sealed class UntoldItemTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    public static TheoryData<string, string> Matrix => Listing.With([.. Untold.Ways.Keys]);

    [Theory]
    [MemberData(nameof(Matrix))]
    public void The_others_are_given_and_one_is_said_to_be_untold(string cmdlet, string way)
    {
        var listing = Listing.Of(cmdlet);
        var whole = CmdletRunner.Run(listing.Create(Connection));
        var rule = Server.Faults.On(listing.Endpoint, Untold.Make(way));

        var run = CmdletRunner.Run(listing.Create(Connection));

        Assert.InRange(rule.Applied, 1, int.MaxValue);
        var incomplete = Assert.IsType<IncompleteListingException>(run.SingleError());
        Assert.Contains("could not tell 1 of the ", incomplete.Message, StringComparison.Ordinal);
        Assert.Equal("SentryInvalidResponse", Assert.IsType<SentryException>(incomplete.InnerException).ErrorId);
        Assert.Equal(way is not "null", incomplete.Message.Contains("they came without '", StringComparison.Ordinal));
        Assert.Equal(whole.Output.Count - 1, run.Output.Count);
    }

    [Fact]
    public void The_next_organization_is_read_all_the_same()
    {
        Server.Faults.On("organizations/{org}/members/", Untold.Make("null"), times: 1);

        var run = CmdletRunner.Run(new GetSentryMemberCommand { Connection = Connection, Organization = [new("acme"), new("globex")] });

        Assert.Equal("acme", Assert.Single(run.Errors).Target);
        Assert.Equal(
            (Acme.Members.Count - 1, Globex.Members.Count),
            (run.Of<SentryMember>().Count(member => member.OrganizationSlug == "acme"),
                run.Of<SentryMember>().Count(member => member.OrganizationSlug == "globex")));
    }
}
