using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Members with their teams, and members of a team.</summary>
public sealed class MemberTeamTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_teams_are_unknown_unless_asked_for() => Assert.All(Get<SentryMember>(Command()), member =>
    {
        Assert.Null(member.TeamSlugs);
        Assert.Null(member.TeamRoles);
    });

    [Fact]
    public void IncludeTeams_gives_every_team_and_role()
    {
        var members = Get<SentryMember>(Command(), "IncludeTeams");

        Assert.Equal(Acme.Members.Count, members.Length);
        foreach (var row in Acme.Members)
        {
            var places = Acme
                .Teams.SelectMany(team => team.Memberships.Where(place => place.Member == row), (team, place) => (team.Slug, place.Role))
                .OrderBy(place => place.Slug, StringComparer.Ordinal)
                .ToArray();
            var member = members.Single(candidate => candidate.Id == row.Id);
            Assert.Equal(places.Select(place => place.Slug), member.TeamSlugs!);
            Assert.Equal(places.Select(place => $"{place.Slug}:{place.Role ?? "contributor"}"), member.TeamRoles!);
        }
    }

    [Theory]
    [InlineData("payments-api", null)]
    [InlineData("payments-api", "backend")]
    [InlineData("search", "backend")]
    public void The_members_of_a_project_are_those_of_its_teams(string project, string? team)
    {
        var command = Command();
        (command.Project, command.Team) = ([new(project)], team is null ? null : [new(team)]);

        var expected = Acme
            .Projects.Single(row => row.Slug == project)
            .Teams.Where(row => team is null || row.Slug == team)
            .SelectMany(row => row.Memberships)
            .Select(place => place.Member.Id)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Get<SentryMember>(command).Select(member => member.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IncludeTeams_makes_one_call_per_team_and_none_per_member()
    {
        Get<SentryMember>(Command(), "IncludeTeams");

        Assert.Equal(Acme.Teams.Count, Server.Requests.To("teams/{org}/{team}/members/").Count);
        Assert.Empty(Server.Requests.To("organizations/{org}/members/{member}/"));
        Assert.InRange(Server.Requests.Count, 1, Acme.Teams.Count + 3);
    }

    [Theory]
    [InlineData("teams/{org}/{team}/members/", 2)]
    [InlineData("organizations/{org}/teams/", 0)]
    public void When_a_team_fails_the_teams_are_unknown_and_there_is_an_error(string endpoint, int skip)
    {
        Server.Faults.On(endpoint, Fault.Empty(403), skip);

        var run = Run(Command(), "IncludeTeams");

        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
        Assert.Equal(Acme.Members.Count, run.Output.Count);
        Assert.All(run.Of<SentryMember>(), member => Assert.Null(member.TeamSlugs));
        Assert.All(run.Of<SentryMember>(), member => Assert.Null(member.TeamRoles));
    }

    [Theory]
    [InlineData("frontend", 1)]
    [InlineData("front*", 1)]
    [InlineData("*", 5)]
    public void Team_gives_each_of_its_members_once(string key, int teams)
    {
        var command = Command();
        command.Team = [new(key)];
        var expected = Acme
            .Teams.Take(teams)
            .SelectMany(team => team.Memberships)
            .Select(place => place.Member.Id)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Get<SentryMember>(command).Select(member => member.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unknown_team_is_an_error()
    {
        var command = Command();
        command.Team = [new("nobody")];

        var run = Run(command);

        Assert.Empty(run.Output);
        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
    }

    private GetSentryMemberCommand Command() => new() { Connection = Connection, Organization = [new("acme")] };
}
