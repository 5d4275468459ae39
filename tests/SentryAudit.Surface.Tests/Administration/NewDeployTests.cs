using System.Text.Json;
using SentryAudit.Commands.Deploy;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>New-SentryDeploy: what is reported, in UTC, and which deploy is the one whose answer got lost.</summary>
public sealed class NewDeployTests : AdministrationTest
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private SandboxRelease Release => Acme.Releases[0];

    [Fact]
    public void The_deploy_is_written()
    {
        var cmdlet = Report(Release.Version);
        (cmdlet.Name, cmdlet.Url, cmdlet.DateStarted, cmdlet.DateFinished) = (
            "nightly",
            new Uri("https://deploy.example/9"),
            Noon.AddMinutes(-5),
            Noon);

        var made = Assert.Single(Run(cmdlet).Of<SentryDeploy>());

        Assert.Equal(
            (Release.Version, "production", "nightly", "https://deploy.example/9", "acme"),
            (made.ReleaseVersion, made.Environment, made.Name, made.Url, made.OrganizationSlug));
        Assert.Equal((Noon.AddMinutes(-5), Noon), (made.DateStarted, made.DateFinished));
        Assert.Equal(made.Id, Release.Deploys[0].Id);
    }

    [Fact]
    public void Times_are_sent_in_UTC()
    {
        var cmdlet = Report(Release.Version);
        (cmdlet.DateStarted, cmdlet.DateFinished) = (Noon.AddMinutes(-5), Noon);

        Run(cmdlet).ShouldSucceed();

        using var body = Sent();
        Assert.Equal("2026-09-01T09:55:00Z", body.RootElement.GetProperty("dateStarted").GetString());
        Assert.Equal("2026-09-01T10:00:00Z", body.RootElement.GetProperty("dateFinished").GetString());
    }

    [Fact]
    public async Task What_is_left_out_is_not_sent_and_the_deploy_is_finished_now()
    {
        var cmdlet = Report(Release.Version);
        cmdlet.Connection = await Server.ConnectAsync(clock: new ManualTimeProvider(Noon));

        Run(cmdlet).ShouldSucceed();

        using var body = Sent();
        Assert.Equal(
            ["dateFinished", "environment"],
            body.RootElement.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Noon, Release.Deploys[0].DateFinished);
    }

    // Get-SentryDeploy | New-SentryDeploy, or a table with an empty column.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_deploy_needs_no_name(string? name)
    {
        var cmdlet = Report(Release.Version);
        cmdlet.Name = name;

        Assert.Null(Assert.Single(Run(cmdlet).Of<SentryDeploy>()).Name);

        Assert.DoesNotContain("name", Server.Requests.Writes()[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Projects_are_named_by_their_slugs()
    {
        var cmdlet = Report(Release.Version);
        cmdlet.Project = [new("search"), new(new SentryProject { Id = "1", Slug = "gateway", OrganizationSlug = "acme" })];

        Run(cmdlet).ShouldSucceed();

        using var body = Sent();
        Assert.Equal(
            ["search", "gateway"],
            body.RootElement.GetProperty("projects").EnumerateArray().Select(project => project.GetString()));
    }

    [Fact]
    public void A_project_of_another_organization_is_not_mistaken_for_one_of_this_one()
    {
        var cmdlet = Report(Release.Version);
        cmdlet.Project = [new(new SentryProject { Id = "1", Slug = "web-frontend", OrganizationSlug = "globex" })];

        Assert.Equal("SentryObjectElsewhere", Run(cmdlet).SingleError().ErrorId);

        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void The_plan_names_release_and_environment() =>
        Assert.Equal(($"{Release.Version} in acme", "Report a deploy to production"), Assert.Single(Plan(Report(Release.Version)).Asked));

    // Sentry takes no version with a slash, but none may lead elsewhere.
    [Theory]
    [InlineData("web@1.0+7", "web%401.0%2B7")]
    [InlineData("../web 1.0", "..%2Fweb%201.0")]
    public void A_version_is_one_part_of_the_path(string version, string escaped)
    {
        Acme.Releases.Add(new SandboxRelease { Id = 1, Version = version });

        Run(Report(version));

        Assert.Contains($"/releases/{escaped}/deploys/", Assert.Single(Server.Requests.Writes()).RawTarget, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_does_not_exist_does_not_keep_the_others_from_being_deployed()
    {
        var run = Run(Report("ghost@1.0", Release.Version));

        Assert.Equal(SentryErrorCategory.ObjectNotFound, run.SingleError().Category);
        Assert.Equal("ghost@1.0", run.Errors[0].Target);
        Assert.Equal(Release.Version, Assert.Single(run.Of<SentryDeploy>()).ReleaseVersion);
    }

    // A deploy of last week is no proof of today's.
    [Fact]
    public void A_similar_deploy_is_not_taken_for_the_one_whose_answer_was_lost()
    {
        Run(Report(Release.Version)).ShouldSucceed();
        Server.Faults.On("POST organizations/{org}/releases/{version}/deploys/", LastingFault.Of("500").Make());

        Assert.Equal("SentryChangeFailed", Run(Report(Release.Version)).SingleError().ErrorId);
    }

    private JsonDocument Sent() => JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body);

    private static NewSentryDeployCommand Report(params string[] versions) =>
        new()
        {
            Organization = InAcme,
            Release = [.. versions.Select(version => new ReleaseReference(version))],
            Environment = "production",
        };
}
