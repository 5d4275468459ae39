using SentryAudit.Core.Tests.Support;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Releases;

/// <summary>Releases that are named: got one by one where that says the same as the list.</summary>
public sealed class NamedReleaseTests
{
    private const string Path = "organizations/acme/releases/";
    private static readonly DateTimeOffset August = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Named_versions_are_got_one_by_one_and_escaped()
    {
        var transport = new FakeTransport()
            .On("organizations/acme/releases/web%401.0%2B7/", """{"version":"web@1.0+7","status":"archived"}""")
            .On("organizations/acme/releases/2/", 404)
            .On("organizations/acme/releases/3/", """{"version":"3"}""")
            .On(Path, "[]");

        var releases = await List(transport, Keys("web@1.0+7", "2", "3", "3"));

        Assert.Equal(["web@1.0+7", "3"], releases.Select(release => release.Version));
        Assert.Equal(3, transport.Requests.Count(request => request.Path != Path));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    [Fact]
    public async Task A_version_that_Sentry_writes_otherwise_is_found_in_the_list()
    {
        var transport = new FakeTransport()
            .On("organizations/acme/releases/WEB%401/", 404)
            .On("organizations/acme/releases/web%402/", """{"version":"web@2"}""")
            .On(Path, request => request.Value("status") is "open"
                ? ["""[{"version":"web@2","status":"open"},{"version":"web@9","status":"open"}]"""]
                : ["""[{"version":"web@1","status":"archived"}]"""]);

        Assert.Equal(["web@2", "web@1"], (await List(transport, Keys("WEB@1", "web@2"))).Select(release => release.Version));
    }

    [Fact]
    public async Task A_version_that_an_object_names_is_written_as_Sentry_writes_it()
    {
        var transport = new FakeTransport().On("organizations/acme/releases/1/", 404);
        var gone = new ReleaseReference(new SentryRelease { Id = "2/1", Version = "1", OrganizationSlug = "acme" });

        Assert.Empty(await List(transport, new ReleaseFilter { Keys = [gone] }));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_named_release_is_listed_though_it_is_archived_and_a_wildcard_beside_it_brings_no_archived_ones_in()
    {
        var transport = new FakeTransport().On(Path, request => request.Value("status") is "open"
            ? ["""[{"version":"f@2","status":"open"}]"""]
            : ["""[{"version":"f@1","status":"archived"},{"version":"svc@1","status":"archived"}]"""]);

        Assert.Equal(["f@2", "svc@1"], (await List(transport, Keys("svc@1", "f*"))).Select(release => release.Version));
    }

    [Fact]
    public async Task A_named_version_that_cannot_be_read_is_a_failure_not_an_absence() =>
        await Assert.ThrowsAsync<SentryApiException>(() => List(new FakeTransport().On("organizations/acme/releases/2/", 403), Keys("2")));

    [Fact]
    public async Task A_release_of_another_organization_is_not_asked_for_here()
    {
        var transport = new FakeTransport();
        var elsewhere = new ReleaseReference(new SentryRelease { Id = "9/1", Version = "1", OrganizationSlug = "other" });

        Assert.Empty(await List(transport, new ReleaseFilter { Keys = [elsewhere] }));
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("open", "web@*")]
    [InlineData("open archived", "web@*", "2")] // whoever names a release means it, archived or not
    public async Task A_pattern_reads_the_list(string statuses, params string[] keys)
    {
        var transport = new FakeTransport().On(Path, "[]");

        await List(transport, Keys(keys));

        Assert.Equal(statuses, string.Join(' ', transport.RequestsTo(Path).Select(request => request.Value("status"))));
    }

    [Fact]
    public async Task A_named_version_is_searched_for_where_other_filters_are_given()
    {
        var transport = new FakeTransport().On(Path, "[]");

        await List(transport, Keys("2") with { Environments = ["prod"] });
        await List(transport, Keys("2") with { Query = "release.stage:adopted" });

        Assert.All(transport.Requests, request => Assert.Equal(Path, request.Path));
    }

    [Fact]
    public async Task A_named_version_obeys_the_other_filters()
    {
        var transport = new FakeTransport().On(
            "organizations/acme/releases/2/",
            """{"version":"2","dateCreated":"2026-08-10T00:00:00Z","projects":[{"slug":"web"}]}"""
        );

        Assert.Single(await List(transport, Keys("2") with { Since = August }));
        Assert.Empty(await List(transport, Keys("2") with { Until = August }));
        Assert.Empty(await List(transport, Keys("2") with { Projects = new ProjectSelection([Estate.Project("4", "api")]) }));
    }

    [Fact]
    public async Task Without_the_organizations_id_its_slug_is_used()
    {
        var release = await Estate.Api(new FakeTransport().On(Path, """[{"version":"1"}]"""))
            .Releases.ListAsync(new OrganizationHome("acme", Id: null, Estate.Base), ReleaseFilter.None, default).SingleAsync();

        Assert.Equal("acme/1", release.Id);
    }

    private static ReleaseFilter Keys(params string[] versions) =>
        new() { Keys = [.. versions.Select(version => new ReleaseReference(version))] };

    private static async Task<List<SentryRelease>> List(FakeTransport transport, ReleaseFilter filter) =>
        await Estate.Api(transport).Releases.ListAsync(Estate.Acme, filter, default).ToListAsync();
}
