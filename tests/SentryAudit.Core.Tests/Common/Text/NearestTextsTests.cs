using SentryAudit.Common.Text;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class NearestTextsTests
{
    private static readonly string[] Roles = ["billing", "member", "admin", "manager", "owner"];

    [Theory]
    [InlineData("ownr", "owner")]
    [InlineData("OWNER", "owner")]
    [InlineData("onwer", "owner")]
    [InlineData("adminn", "admin")]
    [InlineData("manger", "manager")]
    [InlineData("bill", "billing")]
    [InlineData("org-owner", "owner")]
    public void A_slip_finds_what_was_meant(string typed, string meant) => Assert.Equal(meant, NearestTexts.Find(typed, Roles)[0]);

    [Theory]
    [InlineData("auditor")]
    [InlineData("x")]
    [InlineData("")]
    public void What_resembles_nothing_finds_nothing(string typed) => Assert.Empty(NearestTexts.Find(typed, Roles));

    [Fact]
    public void At_most_three_are_found_and_the_nearest_comes_first()
    {
        var found = NearestTexts.Find("team1", ["team123", "team", "team11", "team12", "other"]);

        Assert.Equal(["team", "team11", "team12"], found);
    }
}
