using System.Globalization;
using SentryAudit.Api;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Releases;

public sealed class ReleaseListingTests
{
    private const string Path = "organizations/acme/releases/";
    private static readonly DateTimeOffset August = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_field_of_a_release_is_mapped()
    {
        var release = await One("""
            {"id":9007199254740993,"version":"web@1.0.0+7","shortVersion":"1.0.0","status":"open","ref":"abc","url":"https://x.example/r",
             "dateCreated":"2026-01-01T00:00:00Z",
             "dateReleased":"2026-01-02T00:00:00Z","newGroups":3,"commitCount":4,"deployCount":5,"firstEvent":"2026-01-03T00:00:00Z",
             "lastEvent":"2026-01-04T00:00:00Z",
             "lastDeploy":{"id":"1","environment":"prod","dateFinished":"2026-01-05T00:00:00Z"},
             "projects":[{"id":2,"slug":"web"},{"id":1,"slug":"api"}]}
            """);

        Assert.Equal(
            ("2/web@1.0.0+7", "web@1.0.0+7", "1.0.0", "open", "acme"),
            (release.Id, release.Version, release.ShortVersion, release.Status, release.OrganizationSlug));
        Assert.Equal(
            ("abc", "https://x.example/r", 3, 4, 5),
            (release.Ref, release.Url, release.NewGroups, release.CommitCount, release.DeployCount));
        Assert.Equal(
            [1, 2, 3, 4, 5],
            new[] { release.DateCreated, release.DateReleased, release.FirstEvent, release.LastEvent, release.LastDeployFinished }.Select(
                date => date!.Value.Day));
        Assert.Equal(["api", "web"], release.ProjectSlugs);
        Assert.Equal("prod", release.LastDeployEnvironment);
        Assert.Equal((null, FakeTransport.ReadAt), (release.FirstSeen, release.LastUpdated));
    }

    [Fact]
    public async Task A_login_in_the_address_is_hidden()
    {
        var release = await One("""{"version":"1","url":"https://robot:hush@ci.acme.io/7?build=1"}""");

        Assert.Equal("https://(hidden)@ci.acme.io/7?build=1", release.Url);
    }

    [Fact]
    public async Task What_Sentry_does_not_send_is_unknown()
    {
        var release = await One("""{"version":"1","dateReleased":null,"lastDeploy":null,"firstEvent":null}""");

        Assert.Equal(
            (null, null, null, null, null),
            (release.DateReleased, release.CommitCount, release.NewGroups, release.LastDeployEnvironment, release.FirstEvent));
    }

    [Fact]
    public async Task All_projects_are_asked_for_and_archived_releases_only_on_demand()
    {
        var transport = new FakeTransport().On(Path, "[]");

        await List(transport, ReleaseFilter.None);

        Assert.Equal(
            (Estate.Region, "project=-1&status=open&per_page=100"),
            (transport.Requests.Single().Host, transport.Requests.Single().QueryText()));
    }

    [Fact]
    public async Task Archived_releases_come_after_the_open_ones()
    {
        var transport = new FakeTransport().On(Path, request =>
            [$$"""[{"version":"{{request.Value("status")}}","status":"{{request.Value("status")}}"}]"""]);

        var releases = await List(transport, new ReleaseFilter { IncludeArchived = true });

        Assert.Equal(["open", "archived"], releases.Select(release => release.Version));
    }

    [Theory] // one that ignores the status, with its own word on it and without
    [InlineData("""[{"version":"3","status":"open"},{"version":"2","status":"archived"},{"version":"1"}]""", "3 1", "3 1 2")]
    [InlineData("""[{"version":"3"},{"version":"2"}]""", "3 2", "3 2")]
    public async Task Each_release_is_given_once_whatever_the_server_does_with_the_status(string list, string open, string all)
    {
        var transport = new FakeTransport().On(Path, list);

        var listed = await List(transport, ReleaseFilter.None);
        var withArchived = await List(transport, new ReleaseFilter { IncludeArchived = true });

        Assert.Equal(open, string.Join(' ', listed.Select(release => release.Version)));
        Assert.Equal(all, string.Join(' ', withArchived.Select(release => release.Version)));
    }

    [Fact]
    public async Task Environments_and_search_text_are_sent()
    {
        var transport = new FakeTransport().On(Path, "[]");

        await List(transport, new ReleaseFilter { Environments = ["prod", "dev"], Query = "release.stage:adopted" });

        Assert.Equal(
            "project=-1&environment=prod&environment=dev&status=open&query=release.stage:adopted&per_page=100",
            transport.Requests.Single().QueryText());
    }

    [Theory]
    [InlineData("release.stage:adopted", "[]", 1)]
    [InlineData("web", "[]", 0)] // a part of the version is a search that every Sentry knows
    public async Task A_search_key_that_finds_nothing_may_be_unknown_to_the_server(string query, string list, int warnings)
    {
        var notes = new Notes();
        var api = new SentryApi(Estate.Connection(new FakeTransport().On(Path, list)).Site, notes);

        await api.Releases.ListAsync(Estate.Acme, new ReleaseFilter { Query = query }, default).ToListAsync();

        Assert.Equal(warnings, notes.Warnings.Count);
    }

    [Fact]
    public async Task Since_ends_the_reading_of_pages()
    {
        var transport = new FakeTransport().On(
            Path,
            Page("2026-08-20", "2026-08-10"),
            Page("2026-08-05", "2026-07-31"),
            Page("2026-07-20"),
            Page("2026-07-10"),
            Page("2026-07-01"));

        var releases = await List(transport, new ReleaseFilter { Since = August });

        Assert.Equal([20, 10, 5], releases.Select(release => release.DateCreated!.Value.Day));
        Assert.InRange(transport.Requests.Count, 2, 3); // the page after the last one used may be on its way already
    }

    [Fact]
    public async Task Since_is_inclusive_and_until_is_not()
    {
        var transport = new FakeTransport().On(Path, Page("2026-08-03", "2026-08-02", "2026-08-01", "2026-07-31"));

        var releases = await List(transport, new ReleaseFilter { Since = August, Until = August.AddDays(2) });

        Assert.Equal([2, 1], releases.Select(release => release.DateCreated!.Value.Day));
    }

    [Fact]
    public async Task A_few_projects_are_asked_for_by_id()
    {
        var transport = new FakeTransport().On(
            Path,
            """[{"version":"1","projects":[{"slug":"web"}]},{"version":"2","projects":[{"slug":"ops"}]}]"""
        );

        var releases = await List(
            transport,
            new ReleaseFilter { Projects = new ProjectSelection([Estate.Project("3", "web"), Estate.Project("4", "api")]) }
        );

        Assert.Equal(["3", "4"], transport.Requests.Single().Values("project"));
        Assert.Equal(["1"], releases.Select(release => release.Version));
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(51, 1)]
    public async Task Too_many_projects_for_an_address_are_filtered_here(int projects, int sent)
    {
        var transport = new FakeTransport().On(
            Path,
            """[{"version":"1","projects":[{"slug":"P7"}]},{"version":"2","projects":[{"slug":"ops"}]}]"""
        );
        var selection = new ProjectSelection(
            Enumerable.Range(0, projects).Select(n => Estate.Project(n.ToString(CultureInfo.InvariantCulture), $"p{n}")));

        var releases = await List(transport, new ReleaseFilter { Projects = selection });

        Assert.Equal(sent, transport.Requests.Single().Values("project").Count);
        Assert.Equal(sent == 1, transport.Requests.Single().Values("project").Contains("-1", StringComparer.Ordinal));
        Assert.Equal(["1"], releases.Select(release => release.Version));
    }

    private static string Page(params string[] days) =>
        $"[{string.Join(',', days.Select(day => $$"""{"version":"{{day}}","dateCreated":"{{day}}T00:00:00Z"}"""))}]";

    private static async Task<List<SentryRelease>> List(FakeTransport transport, ReleaseFilter filter) =>
        await Estate.Api(transport).Releases.ListAsync(Estate.Acme, filter, default).ToListAsync();

    private static async Task<SentryRelease> One(string json) =>
        Assert.Single(await List(new FakeTransport().On(Path, $"[{json}]"), ReleaseFilter.None));
}
