using System.Text.Json;
using SentryAudit.Commands.Project;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>New- and Remove-SentryProject: what is sent, what exists already, and what Sentry removes later.</summary>
public sealed class ProjectTests : AdministrationTest
{
    [Fact]
    public void A_project_is_made_as_asked_for()
    {
        var made = Assert.Single(
            Run(
                    new NewSentryProjectCommand
                    {
                        Organization = InAcme,
                        Name = ["Check out"],
                        Team = new("payments"),
                        Slug = "till",
                        Platform = "node",
                    }
                )
                .Of<SentryProject>());

        Assert.Equal(("till", "Check out", "node", "payments"), (made.Slug, made.Name, made.Platform, Assert.Single(made.TeamSlugs!)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void What_is_left_out_or_empty_is_not_sent(string? text)
    {
        var made = Assert.Single(
            Run(
                    new NewSentryProjectCommand
                    {
                        Organization = InAcme,
                        Name = ["Check out"],
                        Team = new("payments"),
                        Slug = text,
                        Platform = text,
                    }
                )
                .Of<SentryProject>());

        Assert.Equal("check-out", made.Slug);
        Assert.Equal(["default_rules", "name"], Body().EnumerateObject().Select(property => property.Name).Order());
    }

    [Fact]
    public void The_default_alert_is_left_out_on_request_only()
    {
        Run(new NewSentryProjectCommand { Organization = InAcme, Name = ["One"], Team = new("payments") }).ShouldSucceed();
        Assert.True(Body().GetProperty("default_rules").GetBoolean());
        Server.Requests.Clear();

        Run(
                new NewSentryProjectCommand
                {
                    Organization = InAcme,
                    Name = ["Two"],
                    Team = new("payments"),
                },
                "NoDefaultRules")
            .ShouldSucceed();
        Assert.False(Body().GetProperty("default_rules").GetBoolean());
    }

    [Fact]
    public void The_plan_names_slug_and_team() =>
        Assert.Equal(
            ("Check out in acme", "Create the project till for team payments"),
            Assert.Single(
                Plan(
                    new NewSentryProjectCommand
                    {
                        Organization = InAcme,
                        Name = ["Check out"],
                        Team = new("payments"),
                        Slug = "till",
                    }
                ).Asked));

    [Fact]
    public void A_slug_that_exists_is_explained()
    {
        var error = Run(
                new NewSentryProjectCommand
                {
                    Organization = InAcme,
                    Name = ["Another"],
                    Team = new("payments"),
                    Slug = "search",
                }
            )
            .SingleError();

        Assert.Equal(("SentryProjectExists", SentryErrorCategory.ResourceExists), (error.ErrorId, error.Category));
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void Two_projects_may_have_one_name()
    {
        var run = Run(new NewSentryProjectCommand { Organization = InAcme, Name = ["Search"], Team = new("payments") });

        run.ShouldSucceed();
        Assert.NotEqual("search", Assert.Single(run.Of<SentryProject>()).Slug);
    }

    // The one that was there before is not the one that was asked for.
    [Fact]
    public void After_a_lost_answer_the_older_namesake_is_not_taken_for_the_new_one()
    {
        Server.Faults.On("POST teams/{org}/{team}/projects/", Fault.Empty(500));

        var run = Run(new NewSentryProjectCommand { Organization = InAcme, Name = ["Search"], Team = new("payments") });

        Assert.Equal("SentryChangeFailed", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_team_that_does_not_exist_is_an_error_and_makes_nothing()
    {
        var error = Run(new NewSentryProjectCommand { Organization = InAcme, Name = ["Check out"], Team = new("nobody") }).SingleError();

        Assert.Equal(SentryErrorCategory.ObjectNotFound, error.Category);
        Assert.DoesNotContain(Acme.Projects, project => project.Name == "Check out");
    }

    [Fact]
    public void The_plan_of_a_removal_names_the_teams_and_says_that_Sentry_removes_it_later()
    {
        var project = Acme.Projects.Single(project => project.Slug == "payments-api");

        var (target, action) = Assert.Single(
            Plan(new RemoveSentryProjectCommand { Organization = InAcme, Project = [new("payments-api")] }).Asked);

        Assert.Equal("payments-api in acme", target);
        Assert.True(project.Teams.Count > 1);
        Assert.All(project.Teams, team => Assert.Contains(team.Slug, action, StringComparison.Ordinal));
        Assert.Contains("Sentry will delete its data later", action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_may_not_be_removed_does_not_keep_the_others_from_being_removed()
    {
        Server.Faults.On(
            "DELETE projects/{org}/{project}/",
            Fault.Status(403, """{"detail":"You do not have permission to perform this action."}"""),
            times: 1);

        var run = Run(new RemoveSentryProjectCommand { Organization = InAcme, Project = [new("search"), new("gateway")] });

        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
        Assert.Equal(7, Acme.Projects.Count);
    }

    private JsonElement Body() => JsonSerializer.Deserialize<JsonElement>(Assert.Single(Server.Requests.Writes()).Body!);
}
