using SentryAudit.Api.Releases;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Releases;

public sealed class DeployListingTests
{
    [Fact]
    public async Task Every_field_of_a_deploy_is_mapped()
    {
        var transport = new FakeTransport().On("organizations/acme/releases/web%401%2B2/deploys/", """
            [{"id":7,"environment":"prod","name":"n","url":"https://x.example","dateStarted":"2026-01-01T00:00:00Z",
             "dateFinished":"2026-01-02T00:00:00Z"}]
            """);

        var deploy = (await List(transport, "web@1+2")).Single().Deploys.Single();

        Assert.Equal(
            ("7", "web@1+2", "prod", "n", "https://x.example", "acme"),
            (deploy.Id, deploy.ReleaseVersion, deploy.Environment, deploy.Name, deploy.Url, deploy.OrganizationSlug));
        Assert.Equal((1, 2, FakeTransport.ReadAt), (deploy.DateStarted!.Value.Day, deploy.DateFinished!.Value.Day, deploy.LastUpdated));
    }

    [Fact]
    public async Task A_login_in_the_address_is_hidden()
    {
        var transport = new FakeTransport().On(
            "organizations/acme/releases/1/deploys/", """[{"id":1,"url":"https://robot:hush@ci.acme.io/7"}]""");

        Assert.Equal("https://(hidden)@ci.acme.io/7", (await List(transport, "1")).Single().Deploys.Single().Url);
    }

    [Fact]
    public async Task Releases_come_in_their_order_each_once()
    {
        var transport = new FakeTransport();
        foreach (var version in Enumerable.Range(1, 20))
        {
            transport.On($"organizations/acme/releases/{version}/deploys/", $$"""[{"id":{{version}}}]""");
        }

        var releases = await List(transport, [.. Enumerable.Range(1, 20).Append(3).Select(version => $"{version}")]);

        Assert.Equal(Enumerable.Range(1, 20).Select(version => $"{version}"), releases.Select(release => release.Version));
    }

    [Fact]
    public async Task A_pattern_reads_archived_releases_too()
    {
        var transport = new FakeTransport()
            .On("organizations/acme/releases/", request =>
                [request.Value("status") is "open" ? """[{"version":"web@1"},{"version":"api@1"}]""" : """[{"version":"web@0"}]"""])
            .On("organizations/acme/releases/web%401/deploys/", """[{"id":1}]""")
            .On("organizations/acme/releases/web%400/deploys/", "[]");

        var releases = await List(transport, "web@*");

        Assert.Equal([("web@1", 1), ("web@0", 0)], releases.Select(release => (release.Version, release.Deploys.Count)));
    }

    [Fact]
    public async Task One_release_that_fails_leaves_the_others()
    {
        var transport = new FakeTransport()
            .On("organizations/acme/releases/", "[]")
            .On("organizations/acme/releases/1/deploys/", 404)
            .On("organizations/acme/releases/2/deploys/", 500)
            .On("organizations/acme/releases/3/deploys/", """[{"id":1}]""", 500)
            .On("organizations/acme/releases/4/deploys/", """[{"id":1}]""");

        var releases = await List(transport, "1", "2", "3", "4");

        Assert.Equal([false, true, true, true], releases.Select(release => release.Exists));
        Assert.Equal([0, 0, 1, 1], releases.Select(release => release.Deploys.Count));
        Assert.Equal([null, "SentryServerError", "IncompleteListing", null], releases.Select(release => release.Fault?.ErrorId));
    }

    [Fact]
    public async Task Deploys_of_a_version_that_Sentry_writes_otherwise_are_found()
    {
        var transport = new FakeTransport()
            .On("organizations/acme/releases/WEB%401/deploys/", 404)
            .On("organizations/acme/releases/gone/deploys/", 404)
            .On("organizations/acme/releases/", """[{"version":"web@1"},{"version":"gone"}]""")
            .On("organizations/acme/releases/web%401/deploys/", """[{"id":1}]""");

        var releases = await List(transport, "WEB@1", "gone");

        Assert.Equal([("WEB@1", 0), ("gone", 0), ("web@1", 1)], releases.Select(release => (release.Version, release.Deploys.Count)));
    }

    [Fact]
    public async Task A_release_of_another_organization_is_not_asked_for_here()
    {
        var elsewhere = new ReleaseReference(new SentryRelease { Id = "9/1", Version = "1", OrganizationSlug = "other" });

        Assert.Empty(await Estate.Api(new FakeTransport()).Deploys.ListAsync(Estate.Acme, [elsewhere], default).ToListAsync());
    }

    private static async Task<List<ReleaseDeploys>> List(FakeTransport transport, params string[] versions) =>
        await Estate
            .Api(transport)
            .Deploys.ListAsync(Estate.Acme, [.. versions.Select(version => new ReleaseReference(version))], default)
            .ToListAsync();
}
