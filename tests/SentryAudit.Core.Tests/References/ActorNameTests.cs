using SentryAudit.References;

namespace SentryAudit.Core.Tests.References;

/// <summary>Owners and assignees are written in one way: by team, e-mail address, Sentry's own ids, or as nobody.</summary>
public sealed class ActorNameTests
{
    private static readonly SentryTeam Web = new() { Id = "45", Slug = "web", OrganizationSlug = "acme" };

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("none")]
    [InlineData("NONE")]
    public void Nothing_and_none_are_nobody(string text) => Assert.Equal(new ActorName(ActorKind.Nobody, ""), ActorName.Parse(text));

    [Theory]
    [InlineData("#web", ActorKind.Team, "web")]
    [InlineData(" #web ", ActorKind.Team, "web")]
    [InlineData("#45", ActorKind.Team, "45")]
    [InlineData("team:web", ActorKind.Team, "web")]
    [InlineData("team:45", ActorKind.TeamId, "45")]
    [InlineData("user:280", ActorKind.UserId, "280")]
    [InlineData("user:ada@acme.example", ActorKind.Address, "ada@acme.example")]
    [InlineData("ada@acme.example", ActorKind.Address, "ada@acme.example")]
    public void The_prefix_says_the_kind_and_digits_are_an_id(string text, object kind, string expected) =>
        Assert.Equal(new ActorName((ActorKind)kind, expected), ActorName.Parse(text));

    [Theory]
    [InlineData("280", "280")]
    [InlineData("Ada", "Ada")]
    [InlineData("user:", "")]
    [InlineData("User:280", "User:280")]
    public void What_is_nothing_else_is_taken_for_an_address(string text, string expected) =>
        Assert.Equal(new ActorName(ActorKind.Address, expected), ActorName.Parse(text));

    [Theory]
    [InlineData("#web", true)]
    [InlineData("#WEB", true)]
    [InlineData("#45", true)]
    [InlineData("team:web", true)]
    [InlineData("team:45", true)]
    [InlineData("#ops", false)]
    [InlineData("team:4", false)]
    [InlineData("web", false)]
    [InlineData("user:45", false)]
    [InlineData("none", false)]
    public void A_team_is_matched_by_its_slug_or_its_id(string text, bool expected) =>
        Assert.Equal(expected, ActorName.Parse(text).Matches(Web));
}
