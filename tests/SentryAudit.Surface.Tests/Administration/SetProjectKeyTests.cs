using SentryAudit.Commands.ProjectKey;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryProjectKey: names that several answer to, and limits that Sentry would drop.</summary>
public sealed class SetProjectKeyTests : AdministrationTest
{
    [Fact]
    public void A_label_in_several_projects_names_no_key()
    {
        var run = Plan(new SetSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Default")], Label = "Mine" });

        Assert.Equal("AmbiguousSentryName", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public void The_project_says_which_key_is_meant()
    {
        Run(
                new SetSentryProjectKeyCommand
                {
                    Organization = InAcme,
                    ProjectKey = [new("Default")],
                    Project = [new("web-frontend")],
                    Label = "Mine",
                }
            )
            .ShouldSucceed();

        Assert.Equal("web-frontend", Acme.ProjectKeys.Single(key => key.Name == "Mine").Project.Slug);
    }

    [Fact]
    public void Half_a_limit_takes_the_other_half_from_the_key()
    {
        var key = Limited();

        var run = Run(Set(key, count: 5), "PassThru", "Force");

        Assert.Equal((5, 3600), (key.RateLimitCount, key.RateLimitWindow));
        Assert.Equal("Change the rate limit from 1000 events in 3600 s to 5 events in 3600 s", Assert.Single(run.Asked).Action);
        Assert.Equal(5, Assert.Single(run.Of<SentryProjectKey>()).RateLimitCount);
    }

    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    public void A_lower_limit_is_asked_about_twice(int count, bool isAsked)
    {
        var key = Limited();

        var run = Run(Set(key, count), new RecordingPipeline { SecondThought = false });

        Assert.Equal(isAsked, run.Asked.Any(question => question.Target.StartsWith("Sentry will drop events", StringComparison.Ordinal)));
        Assert.Equal(isAsked ? 1000 : count, key.RateLimitCount);
    }

    [Fact]
    public void A_first_limit_is_asked_about_twice()
    {
        var key = Acme.ProjectKeys.First(known => known.Project.Slug == "web-frontend");
        var cmdlet = Set(key, count: 5);
        cmdlet.RateLimitWindow = TimeSpan.FromHours(1);

        Run(cmdlet, new RecordingPipeline { SecondThought = false });

        Assert.Equal(0, key.RateLimitCount);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Half_a_limit_is_refused_where_the_key_has_none()
    {
        var key = Acme.ProjectKeys.First(known => known.Project.Slug == "web-frontend");

        var run = Plan(Set(key, count: 5));

        Assert.Equal("InvalidSentryRateLimit", run.SingleError().ErrorId);
        Assert.IsType<SentryProjectKey>(run.Errors[0].Target);
        Assert.Empty(run.Asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(86401)]
    public void A_window_that_Sentry_refuses_is_refused_at_once(int seconds)
    {
        var run = Run(Set(Limited(), window: TimeSpan.FromSeconds(seconds)));

        Assert.Equal("InvalidSentryRateLimit", run.TerminatingError().ErrorId);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void The_limit_is_removed()
    {
        var key = Limited();

        var run = Run(Set(key), "NoRateLimit");

        Assert.Null(key.RateLimitWindow);
        Assert.Equal("Change the rate limit from 1000 events in 3600 s to none", Assert.Single(run.Asked).Action);
    }

    [Fact]
    public void A_label_leaves_the_rest_as_it_is()
    {
        var key = Limited();

        Run(new SetSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new(key.Public)], Label = "Renamed" }).ShouldSucceed();

        Assert.Equal(("Renamed", 1000, 3600, false), (key.Name, key.RateLimitCount, key.RateLimitWindow, key.IsActive));
        Assert.Equal("""{"name":"Renamed"}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    [Fact]
    public void A_call_without_any_change_is_refused_before_anything_is_read()
    {
        var run = Run(Set(Limited()));

        Assert.Equal("NoSentryChange", run.TerminatingError().ErrorId);
        Assert.Empty(Server.Requests);
    }

    // Sentry answers 200 and keeps what was.
    [Fact]
    public void A_setting_that_Sentry_ignored_is_an_error()
    {
        Server.Faults.On("PUT projects/{org}/{project}/keys/{key}/", Fault.Status(200, "{}"));

        var run = Run(Set(Limited(), count: 5), "PassThru");

        Assert.Equal("SentryChangeIncomplete", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
    }

    private SandboxProjectKey Limited() => Acme.ProjectKeys.First(key => key is { Name: "Old loader", RateLimitWindow: 3600 });

    private static SetSentryProjectKeyCommand Set(SandboxProjectKey key, int? count = null, TimeSpan? window = null) =>
        new() { Organization = InAcme, ProjectKey = [new(key.Public)], RateLimitCount = count, RateLimitWindow = window };
}
