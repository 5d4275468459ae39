using SentryAudit.Commands.Project;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class TeamAndProjectTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("frontend", "frontend")]
    [InlineData("48501", "frontend")]
    [InlineData("*end", "backend frontend")]
    [InlineData("P*", "payments platform")]
    public void A_team_is_found_by_slug_id_and_wildcard(string key, string expected) =>
        Assert.Equal(expected, string.Join(' ', Get<SentryTeam>(Teams(key)).Select(team => team.Slug)));

    [Theory]
    [InlineData("payments-api")]
    [InlineData("mobile-*")]
    public void The_teams_of_a_project_are_those_and_no_others(string project)
    {
        var teams = Get<SentryTeam>(
            new GetSentryTeamCommand
            {
                Connection = Connection,
                Organization = [new("acme")],
                Project = [new(project)],
            }
        );

        var expected = Acme
            .Projects.Where(row =>
                row.Slug == project || (project == "mobile-*" && row.Slug.StartsWith("mobile-", StringComparison.Ordinal)))
            .SelectMany(row => row.Teams)
            .Select(team => team.Slug)
            .Distinct(StringComparer.Ordinal);
        Assert.NotEmpty(teams);
        Assert.Equal(expected.Order(StringComparer.Ordinal), teams.Select(team => team.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unknown_project_does_not_mean_all_teams()
    {
        var run = Run(new GetSentryTeamCommand { Connection = Connection, Organization = [new("acme")], Project = [new("missing")] });

        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_team_has_its_projects_and_properties()
    {
        foreach (var team in Get<SentryTeam>(Teams("*")))
        {
            var row = Acme.Teams.Single(candidate => candidate.Slug == team.Slug);
            Assert.Equal((row.Id, row.Name, row.IdpProvisioned), (team.Id, team.Name, team.IdpProvisioned));
            Assert.Equal(
                row.Memberships.Count(place => place.Member.User is not { IsActive: false }),
                team.MemberCount!.Value,
                tolerance: row.Memberships.Count);
            Assert.Equal(Projects(row), team.ProjectSlugs!.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_project_is_found_by_slug_id_wildcard_and_object()
    {
        var one = Get<SentryProject>(Command("search"))[0];

        Assert.Equal("search", Assert.Single(Get<SentryProject>(Command(one.Id))).Slug);
        Assert.Equal(
            "mobile-android mobile-ios",
            string.Join(' ', Get<SentryProject>(Command("mobile-*")).Select(project => project.Slug)));
        var byObject = Command();
        byObject.Project = [new(one)];
        Assert.Equal(one.Id, Assert.Single(Get<SentryProject>(byObject)).Id);
    }

    [Fact]
    public void A_number_too_large_for_a_double_stays_exact() =>
        Assert.Contains(Get<SentryProject>(Command()), project => project.Id == "9100000000000000007");

    [Fact]
    public void Projects_have_their_properties()
    {
        foreach (var project in Get<SentryProject>(Command()))
        {
            var row = Acme.Projects.Single(candidate => candidate.Slug == project.Slug);
            Assert.Equal(string.IsNullOrEmpty(row.Platform) ? null : row.Platform, project.Platform);
            Assert.Equal((row.Name, row.DateCreated, row.FirstEvent), (project.Name, project.DateCreated!.Value, project.FirstEvent));
            Assert.Equal(row.Teams.Select(team => team.Slug), project.TeamSlugs);
            Assert.Equal(row.FirstTransactionEvent, project.HasTransactions);
            Assert.Equal(row.LatestRelease, project.LatestRelease);
        }
    }

    [Theory]
    [InlineData("frontend")]
    [InlineData("48501")]
    [InlineData("front*")]
    public void Team_gives_the_projects_of_a_team(string key)
    {
        var command = Command();
        command.Team = [new(key)];

        Assert.Equal(Projects(Acme.Teams[0]), Get<SentryProject>(command).Select(project => project.Slug));
    }

    [Fact]
    public void Teams_from_the_pipeline_bind_by_their_slugs()
    {
        var teams = Get<SentryTeam>(Teams("*end"));

        var run = CmdletRunner.Pipe(teams, Command());

        run.ShouldSucceed();
        Assert.Equal(
            Acme.Teams.Take(2).SelectMany(Projects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            run.Of<SentryProject>().Select(project => project.Slug));
    }

    [Fact]
    public void An_unknown_team_is_an_error_and_no_project_is_listed()
    {
        var command = Command();
        command.Team = [new("nobody")];

        var run = Run(command);

        Assert.Empty(run.Output);
        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Contains("team", run.SingleError().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_project_is_an_error_beside_a_known_one()
    {
        var command = Command("search");
        command.Project = [new("search"), new("ghost")];

        var run = Run(command);

        Assert.Single(run.Output);
        Assert.Equal("ghost", Assert.Single(run.Errors).Target);
    }

    private IEnumerable<string> Projects(SandboxTeam team) =>
        Acme.Projects.Where(project => project.Teams.Contains(team)).Select(project => project.Slug).Order(StringComparer.Ordinal);

    private GetSentryTeamCommand Teams(string key) => new() { Connection = Connection, Organization = [new("acme")], Team = [new(key)] };

    private GetSentryProjectCommand Command(string? key = null) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Project = key is null ? null : [new(key)],
        };
}
