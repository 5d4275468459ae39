using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class ReleaseTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private IEnumerable<SandboxRelease> Open => Acme.Releases.Where(release => release.Status == "open");

    [Fact]
    public void Open_releases_are_listed_with_the_newest_first() =>
        Assert.Equal(Open.Select(release => release.Version), Versions(Command()));

    [Fact]
    public void Archived_releases_come_on_request_and_after_the_others() =>
        Assert.Equal(
            Open.Concat(Acme.Releases.Where(release => release.Status == "archived")).Select(release => release.Version),
            Versions(Command(), "IncludeArchived"));

    [Fact]
    public void A_version_is_found_whatever_characters_it_has()
    {
        foreach (var version in Acme.Releases.Take(6).Select(release => release.Version))
        {
            var command = Command();
            command.Release = [new(version)];
            Assert.Equal([version], Versions(command));
        }
    }

    [Fact]
    public void A_named_version_is_found_even_when_it_is_archived()
    {
        var command = Command();
        var archived = Acme.Releases.First(release => release.Status == "archived").Version;
        command.Release = [new(archived)];

        Assert.Equal([archived], Versions(command));
    }

    [Fact]
    public void A_wildcard_filters_the_open_releases()
    {
        var command = Command();
        command.Release = [new("search@*")];

        Assert.Equal(
            Open.Select(release => release.Version).Where(version => version.StartsWith("search@", StringComparison.Ordinal)),
            Versions(command));
    }

    [Fact]
    public void An_unknown_version_is_an_error()
    {
        var command = Command();
        command.Release = [new("no@1.0"), new(Acme.Releases[0].Version)];

        var run = Run(command);

        Assert.Single(run.Output);
        Assert.Equal(("SentryObjectNotFound", "no@1.0"), (run.SingleError().ErrorId, run.Errors[0].Target));
    }

    [Theory]
    [InlineData("search")]
    [InlineData("mobile-*")]
    public void Project_narrows_the_releases(string key)
    {
        var command = Command();
        command.Project = [new(key)];
        var wanted = Open.Where(release =>
            release.Projects.Any(project =>
                key.EndsWith('*') ? project.Slug.StartsWith(key[..^1], StringComparison.Ordinal) : project.Slug == key));

        Assert.Equal(wanted.Select(release => release.Version), Versions(command));
    }

    [Fact]
    public void Without_a_project_all_projects_are_asked_for()
    {
        Versions(Command());

        Assert.All(Server.Requests.To("organizations/{org}/releases/"), request =>
            Assert.Contains("project=-1", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public void Environment_narrows_the_releases()
    {
        var command = Command();
        command.Environment = ["staging"];

        Assert.Equal(
            Open.Where(release => release.Environments.Contains("staging", StringComparer.Ordinal)).Select(release => release.Version),
            Versions(command));
    }

    [Fact]
    public void Since_and_Until_are_a_half_open_span()
    {
        var open = Open.ToArray();
        var command = Command();
        command.Since = open[10].DateCreated;
        command.Until = open[4].DateCreated;

        Assert.Equal(open[5..11].Select(release => release.Version), Versions(command));
    }

    [Fact]
    public void Since_stops_reading_pages_that_are_too_old()
    {
        var command = Command();
        command.Since = DateTimeOffset.UtcNow.AddYears(1);

        Assert.Empty(Versions(command));
        Assert.InRange(Server.Requests.To("organizations/{org}/releases/").Count, 1, 2);
    }

    [Fact]
    public void Query_is_in_Sentrys_own_search_language()
    {
        var command = Command();
        command.Query = "finalized:false";

        Assert.Equal(Open.Where(release => release.DateReleased is null).Select(release => release.Version), Versions(command));
        Assert.Contains(Server.Requests, request => request.Query.Contains("query=finalized%3Afalse", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_id_contains_the_organization()
    {
        foreach (var release in Get<SentryRelease>(Command()))
        {
            var row = Acme.Releases.Single(candidate => candidate.Version == release.Version);
            Assert.Equal($"{Acme.Id}/{row.Version}", release.Id);
            Assert.Equal(
                (row.CommitCount, row.NewGroups, row.Deploys.Count),
                (release.CommitCount, release.NewGroups, release.DeployCount));
            Assert.Equal((row.DateCreated, row.DateReleased), (release.DateCreated, release.DateReleased));
            Assert.Equal(row.Deploys.Count == 0 ? null : row.Deploys[0].Environment, release.LastDeployEnvironment);
            Assert.Equal(
                row.Projects.Select(project => project.Slug).Order(StringComparer.Ordinal),
                release.ProjectSlugs!.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void An_unknown_project_is_an_error()
    {
        var command = Command();
        command.Project = [new("ghost")];

        var run = Run(command);

        Assert.Empty(run.Output);
        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
    }

    private static string[] Versions(GetSentryReleaseCommand command, params string[] switches) =>
        [.. Get<SentryRelease>(command, switches).Select(release => release.Version)];

    private GetSentryReleaseCommand Command() => new() { Connection = Connection, Organization = [new("acme")] };
}
