using System.Management.Automation;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Team;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Something new is made in one organization, which somebody has named in one way or another.</summary>
public sealed class CreationTests : AdministrationTest
{
    [Fact]
    public void Nothing_is_made_where_several_organizations_are_possible()
    {
        var run = Run(new NewSentryTeamCommand { Slug = ["newcomers"] });

        Assert.Equal("SentryOrganizationNeeded", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData("*")]
    [InlineData("ac*")]
    public void A_pattern_names_no_organization_to_make_something_in(string organization)
    {
        var run = Run(new NewSentryTeamCommand { Slug = ["newcomers"], Organization = [new(organization)] });

        Assert.Equal("SentryOrganizationNeeded", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task The_default_organization_of_the_connection_is_enough()
    {
        var cmdlet = new NewSentryTeamCommand { Slug = ["newcomers"], Connection = await Server.ConnectAsync(organization: "globex") };

        Run(cmdlet).ShouldSucceed();

        Assert.Contains(Globex.Teams, team => team.Slug == "newcomers");
        Assert.DoesNotContain(Acme.Teams, team => team.Slug == "newcomers");
    }

    [Fact]
    public void An_object_names_its_organization()
    {
        var release = new SentryRelease { Id = "", Version = Globex.Releases[0].Version, OrganizationSlug = "globex" };

        Run(new NewSentryDeployCommand { Release = [new(release)], Environment = "production" }).ShouldSucceed();

        Assert.Contains("/globex/", Assert.Single(Server.Requests.Writes()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_several_organizations_at_once_go_to_their_own()
    {
        ProjectReference[] projects =
        [
            .. new[] { ("acme", Acme), ("globex", Globex) }.Select(pair => new ProjectReference(
                new SentryProject
                {
                    Id = "",
                    Slug = pair.Item2.Projects[0].Slug,
                    OrganizationSlug = pair.Item1,
                }
            )),
        ];

        Run(new NewSentryProjectKeyCommand { Project = projects }).ShouldSucceed();

        Assert.Equal(["acme", "globex"], Server.Requests.Writes().Select(write => write.Path.Split('/')[4]));
    }

    [Fact]
    public void Each_input_object_goes_to_its_own_organization()
    {
        SentryRelease[] releases =
        [
            new() { Id = "", Version = Acme.Releases[0].Version, OrganizationSlug = "acme" },
            new() { Id = "", Version = Globex.Releases[0].Version, OrganizationSlug = "globex" },
        ];

        CmdletRunner
            .Pipe(releases, new NewSentryDeployCommand { Environment = "production", Connection = Connection })
            .ShouldSucceed();

        Assert.Equal(["acme", "globex"], Server.Requests.Writes().Select(write => write.Path.Split('/')[4]));
    }

    [Fact]
    public void An_object_that_exists_does_not_keep_the_others_from_being_made()
    {
        var run = Run(new NewSentryTeamCommand { Slug = ["one", "frontend", "two"], Organization = InAcme });

        Assert.Equal(["one", "two"], run.Of<SentryTeam>().Select(team => team.Slug));
        Assert.Equal(("SentryTeamExists", SentryErrorCategory.ResourceExists), (run.SingleError().ErrorId, run.SingleError().Category));
        Assert.Equal("frontend", run.Errors[0].Target);
        Assert.Contains("frontend", run.SingleError().Message, StringComparison.Ordinal);
    }

    // All rows are collected first; each must keep what it says itself.
    [Fact]
    public void Each_row_of_a_list_is_made_as_it_says()
    {
        var teams = new NewSentryTeamCommand { Organization = InAcme, Connection = Connection };
        var projects = new NewSentryProjectCommand { Organization = InAcme, Connection = Connection, Team = new("payments") };
        var keys = new NewSentryProjectKeyCommand { Organization = InAcme, Connection = Connection };

        CmdletRunner
            .Pipe([Row("Slug", "one", "Name", " First "), Row("Slug", "two", "Name", ""), Row("Slug", "three", "Name", "Third")], teams)
            .ShouldSucceed();
        CmdletRunner
            .Pipe([Row("Name", "Shop", "Slug", "store"), Row("Name", "Till ", "Slug", "")], projects)
            .ShouldSucceed();
        CmdletRunner
            .Pipe([Row("Project", "store", "Label", "Web"), Row("Project", "till", "Label", "App")], keys)
            .ShouldSucceed();

        Assert.Equal(["one: First", "two: two", "three: Third"], Acme.Teams.TakeLast(3).Select(team => $"{team.Slug}: {team.Name}"));
        Assert.Equal(["store: Shop", "till: Till"], Acme.Projects.TakeLast(2).Select(project => $"{project.Slug}: {project.Name}"));
        Assert.Equal(["store: Web", "till: App"], Acme.ProjectKeys.TakeLast(2).Select(key => $"{key.Project.Slug}: {key.Name}"));
    }

    [Fact]
    public void A_row_that_fits_several_organizations_does_not_stop_the_rest()
    {
        var run = CmdletRunner.Pipe(
            [CmdletRunner.Row(("Slug", "nowhere")), Row("Slug", "somewhere", "Organization", "acme")],
            new NewSentryTeamCommand { Connection = Connection });

        Assert.Equal(("SentryOrganizationNeeded", "nowhere"), (run.SingleError().ErrorId, run.Errors[0].Target));
        Assert.Equal("somewhere", Assert.Single(run.Of<SentryTeam>()).Slug);
        Assert.Single(Server.Requests.Writes());
    }

    // Sentry's own words name neither the address nor the team nor the release.
    [Fact]
    public void A_refusal_names_what_was_refused()
    {
        var member = Run(new NewSentryMemberCommand { Organization = InAcme, Email = ["no address"] }).SingleError();
        var project = Run(
                new NewSentryProjectCommand
                {
                    Organization = InAcme,
                    Name = ["Shop"],
                    Team = new("nosuch"),
                }
            )
            .SingleError();
        var deploy = Run(
                new NewSentryDeployCommand
                {
                    Organization = InAcme,
                    Release = [new("nosuch@1")],
                    Environment = "production",
                }
            )
            .SingleError();

        Assert.Equal(("SentryBadRequest", SentryErrorCategory.InvalidArgument), (member.ErrorId, member.Category));
        Assert.StartsWith("Inviting no address was refused. ", member.Message, StringComparison.Ordinal);
        Assert.Contains("Enter a valid email address", member.Message, StringComparison.Ordinal);
        Assert.Equal(("SentryNotFound", SentryErrorCategory.ObjectNotFound), (project.ErrorId, project.Category));
        Assert.StartsWith("Making project Shop for team nosuch was refused. ", project.Message, StringComparison.Ordinal);
        Assert.StartsWith("Reporting the deploy of nosuch@1 to production was refused. ", deploy.Message, StringComparison.Ordinal);
    }

    private static PSObject Row(string name, string value, string otherName, string otherValue) =>
        CmdletRunner.Row((name, value), (otherName, otherValue));
}
