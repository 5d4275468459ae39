using SentryAudit.Commands.ProjectTeam;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Add- and Remove-SentryProjectTeam: pairs, and projects that would be nobody's.</summary>
public sealed class ProjectTeamTests : AdministrationTest
{
    private const string Loss = "; no team will have it, so nobody will be notified of its issues";

    // It has two teams.
    private SandboxProject Payments => Acme.Projects.Single(project => project.Slug == "payments-api");

    private SandboxProject Search => Acme.Projects.Single(project => project.Slug == "search");

    [Fact]
    public void The_project_is_returned_with_its_teams()
    {
        var before = Search.Teams.Select(team => team.Slug).ToArray();

        var run = Run(
            new AddSentryProjectTeamCommand
            {
                Organization = InAcme,
                Project = [new("search")],
                Team = [new("frontend")],
            },
            "PassThru");

        Assert.Equal(before.Append("frontend").Order(), Assert.Single(run.Of<SentryProject>()).TeamSlugs!.Order());
    }

    [Fact]
    public void The_plan_says_how_many_people_will_reach_the_project() =>
        Assert.Equal(
            ("search of team frontend in acme", $"Give the project to the team and its {Acme.Teams[0].Memberships.Count} members"),
            Assert.Single(
                Plan(
                    new AddSentryProjectTeamCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        Team = [new("frontend")],
                    }
                ).Asked));

    [Fact]
    public void A_team_that_has_the_project_is_not_given_it_again()
    {
        var run = Run(
            new AddSentryProjectTeamCommand
            {
                Organization = InAcme,
                Project = [new("search")],
                Team = [new(Search.Teams[0].Slug)],
            },
            "PassThru");

        run.ShouldSucceed();
        Assert.Single(run.Output);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_team_without_the_project_has_nothing_to_lose()
    {
        var run = Run(new RemoveSentryProjectTeamCommand { Organization = InAcme, Project = [new("search")], Team = [new("frontend")] });

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Rows_of_a_list_are_one_pair_each()
    {
        var run = CmdletRunner.Pipe(
            [Row("search", "frontend"), Row("batch-jobs", "mobile")],
            new AddSentryProjectTeamCommand { Connection = Connection },
            new RecordingPipeline { IsPlan = true });

        static object Row(string project, string team) =>
            CmdletRunner.Row(("Project", project), ("Team", team), ("Organization", "acme"));

        Assert.Equal(
            ["batch-jobs of team mobile in acme", "search of team frontend in acme"],
            run.Asked.Select(question => question.Target).Order());
    }

    [Fact]
    public void Objects_of_two_organizations_make_no_pair()
    {
        var project = new SentryProject { Id = "", Slug = "web-frontend", OrganizationSlug = "acme" };
        var team = new SentryTeam { Id = "", Slug = "frontend", OrganizationSlug = "globex" };

        var run = Run(new RemoveSentryProjectTeamCommand { Project = [new(project)], Team = [new(team)] });

        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void One_of_two_teams_is_not_the_last() =>
        Assert.Equal("Take the project from the team", Assert.Single(Plan(Take(Payments.Teams[0].Slug)).Asked).Action);

    [Fact]
    public void A_plan_for_both_warns_about_the_second_as_the_change_does()
    {
        var plan = Plan(Take("*"));
        var change = Run(Take("*"), "Force");

        Assert.Equal([false, true], plan.Asked.Select(question => question.Action.EndsWith(Loss, StringComparison.Ordinal)));
        Assert.Equal(plan.Asked, change.Asked);
        Assert.Empty(Payments.Teams);
    }

    // A user who keeps the first team has one left.
    [Fact]
    public void A_team_that_was_not_removed_is_still_there()
    {
        var run = Run(Take("*"), new RecordingPipeline { Consent = false });

        Assert.Equal(2, run.Asked.Count);
        Assert.DoesNotContain(run.Asked, question => question.Action.Contains(Loss, StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_team_is_asked_about_twice()
    {
        var run = Run(Take("*"), new RecordingPipeline { SecondThought = false });

        run.ShouldSucceed();
        Assert.Equal(3, run.Asked.Count);
        Assert.Contains("nobody will be notified", run.Asked[2].Target, StringComparison.Ordinal);
        Assert.Single(Payments.Teams);
        Assert.Single(Server.Requests.Writes());
    }

    [Fact]
    public void A_result_that_cannot_be_read_is_uncertain()
    {
        Server.Faults.On("GET organizations/{org}/projects/", Fault.Empty(503), skip: 1);

        Assert.Equal(
            "SentryChangeUncertain",
            Run(
                    new AddSentryProjectTeamCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        Team = [new("frontend")],
                    }
                )
                .SingleError()
                .ErrorId);
    }

    private static RemoveSentryProjectTeamCommand Take(string team) =>
        new()
        {
            Organization = InAcme,
            Project = [new("payments-api")],
            Team = [new(team)],
        };
}
