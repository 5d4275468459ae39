using System.Text.Json;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>New-, Set- and Remove-SentryTeam: slugs, teams of an identity provider, and what a team leaves behind.</summary>
public sealed class TeamTests : AdministrationTest
{
    private SandboxTeam Mobile => Acme.Teams.Single(team => team.Slug == "mobile");

    [Theory]
    [InlineData(null, "newcomers")]
    [InlineData("New Comers", "New Comers")]
    public void A_team_is_called_by_its_slug_unless_it_has_a_name(string? name, string expected)
    {
        var made = Assert.Single(
            Run(
                    new NewSentryTeamCommand
                    {
                        Organization = InAcme,
                        Slug = ["newcomers"],
                        Name = name,
                    }
                )
                .Of<SentryTeam>());

        Assert.Equal(("newcomers", expected, "acme"), (made.Slug, made.Name, made.OrganizationSlug));
    }

    [Fact]
    public void The_maker_of_a_team_is_on_it_and_the_plan_says_so()
    {
        var plan = Plan(new NewSentryTeamCommand { Organization = InAcme, Slug = ["newcomers"] });
        var run = Run(new NewSentryTeamCommand { Organization = InAcme, Slug = ["newcomers"] });

        Assert.Contains("will join it", Assert.Single(plan.Asked).Action, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(run.Of<SentryTeam>()).MemberCount);
    }

    [Fact]
    public void A_name_alone_keeps_the_slug_that_Sentry_requires()
    {
        Run(new SetSentryTeamCommand { Organization = InAcme, Team = [new("mobile")], Name = "Apps" }).ShouldSucceed();

        using var body = JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body!);
        Assert.Equal("mobile", body.RootElement.GetProperty("slug").GetString());
        Assert.Equal("Apps", Acme.Teams.Single(team => team.Slug == "mobile").Name);
    }

    [Fact]
    public void A_team_is_returned_by_its_new_slug_with_its_projects()
    {
        var (id, name) = (Mobile.Id, Mobile.Name);

        var renamed = Assert.Single(
            Run(
                    new SetSentryTeamCommand
                    {
                        Organization = InAcme,
                        Team = [new("mobile")],
                        NewSlug = "apps",
                    },
                    "PassThru")
                .Of<SentryTeam>());

        Assert.Equal((id, "apps", name), (renamed.Id, renamed.Slug, renamed.Name));
        Assert.Equal(
            Acme.Projects.Where(project => project.Teams.Any(team => team.Id == id)).Select(project => project.Slug).Order(),
            renamed.ProjectSlugs!.Order());
    }

    [Fact]
    public void A_slug_that_is_taken_is_explained_and_the_team_stays_as_it_is()
    {
        var error = Run(
                new SetSentryTeamCommand
                {
                    Organization = InAcme,
                    Team = [new("mobile")],
                    NewSlug = "frontend",
                    Name = "Apps",
                }
            )
            .SingleError();

        Assert.Equal(("SentrySlugTaken", SentryErrorCategory.ResourceExists), (error.ErrorId, error.Category));
        Assert.Equal("Mobile", Mobile.Name);
    }

    [Fact]
    public void One_slug_for_two_teams_is_refused_in_the_plan_and_in_the_change()
    {
        static SetSentryTeamCommand Both() => new() { Organization = InAcme, Team = [new("mobile"), new("platform")], NewSlug = "apps" };

        var plan = Plan(Both());
        var change = Run(Both());

        Assert.Equal("SentrySlugTaken", plan.SingleError().ErrorId);
        Assert.Equal("SentrySlugTaken", change.SingleError().ErrorId);
        Assert.Equal("mobile in acme", Assert.Single(plan.Asked).Target);
        Assert.Contains(Acme.Teams, team => team.Slug == "platform");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_team_of_an_identity_provider_is_refused_in_the_plan_and_the_others_are_not(bool isRemoved)
    {
        var managed = Acme.Teams.First(team => team.IdpProvisioned);
        TeamReference[] teams = [new(managed.Slug), new("mobile")];

        var run = Plan(isRemoved
            ? new RemoveSentryTeamCommand { Organization = InAcme, Team = teams }
            : new SetSentryTeamCommand { Organization = InAcme, Team = teams, Name = "Apps" });

        Assert.Equal("SentryManagedByProvider", run.SingleError().ErrorId);
        Assert.Equal(managed.Slug, Assert.IsType<SentryTeam>(run.Errors[0].Target).Slug);
        Assert.Equal("mobile in acme", Assert.Single(run.Asked).Target);
    }

    [Fact]
    public void The_plan_of_a_removal_says_what_is_lost_and_that_Sentry_removes_it_later()
    {
        var projects = Acme
            .Projects.Where(project => project.Teams.Contains(Mobile))
            .Select(project => project.Slug)
            .Order(StringComparer.Ordinal)
            .ToArray();

        var (target, action) = Assert.Single(Plan(new RemoveSentryTeamCommand { Organization = InAcme, Team = [new("mobile")] }).Asked);

        Assert.Equal("mobile in acme", target);
        Assert.NotEmpty(projects);
        Assert.Contains($"{Mobile.Memberships.Count} members", action, StringComparison.Ordinal);
        Assert.All(projects, project => Assert.Contains(project, action, StringComparison.Ordinal));
        Assert.Contains("later", action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_team_that_cannot_be_read_is_uncertain()
    {
        Server.Faults.On("GET organizations/{org}/teams/", Fault.Empty(503), skip: 1);

        var error = Run(new SetSentryTeamCommand { Organization = InAcme, Team = [new("mobile")], Name = "Apps" }).SingleError();

        Assert.Equal("SentryChangeUncertain", error.ErrorId);
        Assert.Contains("was accepted", error.Message, StringComparison.Ordinal);
    }
}
