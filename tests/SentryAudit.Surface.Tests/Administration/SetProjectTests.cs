using System.Text;
using SentryAudit.Commands.Project;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Faults.Kinds;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryProject: renamed projects, their settings, and those that Sentry does not open.</summary>
public sealed class SetProjectTests : AdministrationTest
{
    private const string Detail = "projects/{org}/{project}/";

    private SandboxProject Search => Acme.Projects.Single(project => project.Slug == "search");

    [Fact]
    public void Only_what_is_asked_for_is_sent()
    {
        Run(
                new SetSentryProjectCommand
                {
                    Organization = InAcme,
                    Project = [new("search")],
                    ResolveAgeHours = 48,
                    SubjectPrefix = "[acme]",
                }
            )
            .ShouldSucceed();

        Assert.Equal("""{"resolveAge":48,"subjectPrefix":"[acme]"}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    [Fact]
    public void A_new_slug_is_returned_and_the_plan_warns_of_it()
    {
        var id = Search.Id;

        var run = Run(new SetSentryProjectCommand { Organization = InAcme, Project = [new("search")], NewSlug = "finder" }, "PassThru");

        Assert.Equal(
            (
                "search in acme",
                "Change the slug from search to finder; its addresses will change, "
                    + "and everything that uses the old slug must be changed too"),
            Assert.Single(run.Asked));
        var now = Assert.Single(run.Of<SentryProject>());
        Assert.Equal((id.ToString(System.Globalization.CultureInfo.InvariantCulture), "finder"), (now.Id, now.Slug));
    }

    [Fact]
    public void The_slug_that_it_has_is_no_change()
    {
        var run = Plan(
            new SetSentryProjectCommand
            {
                Organization = InAcme,
                Project = [new("search")],
                NewSlug = "search",
                Name = "Finder",
            }
        );

        Assert.Equal("Change the name from Search to Finder", Assert.Single(run.Asked).Action);
    }

    [Fact]
    public void A_slug_that_is_taken_is_explained()
    {
        var error = Run(
                new SetSentryProjectCommand
                {
                    Organization = InAcme,
                    Project = [new("search")],
                    NewSlug = "gateway",
                    Name = "Finder",
                }
            )
            .SingleError();

        Assert.Equal(("SentrySlugTaken", SentryErrorCategory.ResourceExists), (error.ErrorId, error.Category));
        Assert.Equal("Search", Search.Name);
    }

    [Fact]
    public void One_slug_for_two_projects_is_refused_in_the_plan_and_in_the_change()
    {
        static SetSentryProjectCommand Both() =>
            new()
            {
                Organization = InAcme,
                Project = [new("search"), new("gateway")],
                NewSlug = "finder",
            };

        var plan = Plan(Both());
        var change = Run(Both());

        Assert.Equal("SentrySlugTaken", plan.SingleError().ErrorId);
        Assert.Single(plan.Asked);
        Assert.Equal("SentrySlugTaken", change.SingleError().ErrorId);
    }

    [Theory]
    [InlineData(403, SentryErrorCategory.PermissionDenied)]
    [InlineData(404, SentryErrorCategory.ObjectNotFound)]
    public void A_project_that_cannot_be_read_does_not_keep_the_others_from_being_changed(int status, SentryErrorCategory category)
    {
        Server.Faults.On("GET " + Detail, Fault.Status(status, """{"detail":"No."}"""), times: 1);

        var run = Run(
            new SetSentryProjectCommand
            {
                Organization = InAcme,
                Project = [new("search"), new("gateway")],
                ResolveAgeHours = 48,
            }
        );

        Assert.Equal(category, run.SingleError().Category);
        Assert.IsType<SentryProject>(run.Errors[0].Target);
        Assert.Equal(1, Acme.Projects.Count(project => project.Settings["resolveAge"] is "48"));
    }

    [Theory]
    [InlineData("""["a","b"]""", "a b", "a b", "'a b'")]
    [InlineData("""["a b"]""", "a|b", "'a b'", "a b")]
    [InlineData("""["x"]""", "", "x", "none")]
    public void A_list_of_fields_replaces_the_one_that_is_there(string before, string fields, string old, string now)
    {
        Search.Settings["sensitiveFields"] = before;
        string[] wanted = fields.Split('|', StringSplitOptions.RemoveEmptyEntries);

        var run = Run(new SetSentryProjectCommand { Organization = InAcme, Project = [new("search")], SensitiveField = wanted });

        run.ShouldSucceed();
        Assert.Equal($"Change the sensitive fields from {old} to {now}", Assert.Single(run.Asked).Action);
        Assert.Equal(wanted, System.Text.Json.JsonSerializer.Deserialize<string[]>(Search.Settings["sensitiveFields"]));
    }

    [Fact]
    public void An_empty_prefix_removes_it()
    {
        Search.Settings["subjectPrefix"] = "\"[acme]\"";

        var run = Run(new SetSentryProjectCommand { Organization = InAcme, Project = [new("search")], SubjectPrefix = "" });

        Assert.Equal("Change the prefix of subjects from [acme] to none", Assert.Single(run.Asked).Action);
        Assert.Equal("\"\"", Search.Settings["subjectPrefix"]);
    }

    [Fact]
    public void A_setting_that_Sentry_does_not_report_is_not_the_one_wanted()
    {
        Server.Faults.On("GET " + Detail, Without("scrubIPAddresses"), times: 1);

        var run = Run(new SetSentryProjectCommand { Organization = InAcme, Project = [new("search")], ScrubIPAddresses = false });

        run.ShouldSucceed();
        Assert.Equal("Change the scrubbing of IP addresses from unknown to off", Assert.Single(run.Asked).Action);
    }

    [Fact]
    public void A_setting_that_Sentry_ignores_is_an_error()
    {
        Server.Faults.On("PUT " + Detail, Fault.Status(200, "{}"));

        var error = Run(
                new SetSentryProjectCommand
                {
                    Organization = InAcme,
                    Project = [new("search")],
                    ResolveAgeHours = 48,
                }
            )
            .SingleError();

        Assert.Equal("SentryChangeIncomplete", error.ErrorId);
        Assert.Contains("from 0 to 48", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_cannot_be_read_is_uncertain()
    {
        Server.Faults.On("GET " + Detail, Fault.Empty(503), skip: 1);

        Assert.Equal(
            "SentryChangeUncertain",
            Run(
                    new SetSentryProjectCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        ResolveAgeHours = 48,
                    }
                )
                .SingleError()
                .ErrorId);
    }

    private static AlteredAnswer Without(string key) =>
        new(answer =>
            answer with
            {
                Body = Encoding.UTF8.GetBytes(
                    Encoding.UTF8.GetString(answer.Body.Span).Replace($"\"{key}\":", "\"was\":", StringComparison.Ordinal)),
            }
        );
}
