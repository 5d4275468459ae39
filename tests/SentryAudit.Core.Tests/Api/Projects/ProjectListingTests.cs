using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Projects;

public sealed class ProjectListingTests
{
    private const string Path = "organizations/acme/projects/";

    [Fact]
    public async Task Every_field_of_a_project_is_mapped()
    {
        var project = await One("""
            {"id":3,"slug":"web","name":"Web","platform":"javascript-react","status":"active","dateCreated":"2018-11-06T21:19:58.536Z",
             "firstEvent":"2018-11-07T00:00:00Z",
             "firstTransactionEvent":true,"team":{"id":"2","slug":"fe"},"teams":[{"id":"2","slug":"fe"},{"id":"1","slug":"be"}],
             "environments":["prod","dev"],
             "latestRelease":{"version":"web@1.0"},"hasSessions":true,"hasReplays":false,"hasProfiles":true,"hasMonitors":false,
             "hasNewFeedbacks":true,
             "hasUserReports":false,"hasLogs":true,"hasFlags":false,"isMember":false}
            """);

        Assert.Equal(
            ("3", "web", "Web", "javascript-react", "active", "acme"),
            (project.Id, project.Slug, project.Name, project.Platform, project.Status, project.OrganizationSlug));
        Assert.Equal(new DateTimeOffset(2018, 11, 6, 21, 19, 58, 536, TimeSpan.Zero), project.DateCreated);
        Assert.Equal(new DateTimeOffset(2018, 11, 7, 0, 0, 0, TimeSpan.Zero), project.FirstEvent);
        Assert.Equal(["be", "fe"], project.TeamSlugs);
        Assert.Equal(["dev", "prod"], project.Environments!);
        Assert.Equal("web@1.0", project.LatestRelease);
        Assert.Equal((true, true, false, true), (project.HasTransactions, project.HasSessions, project.HasReplays, project.HasProfiles));
        Assert.Equal(
            (false, true, false, true, false),
            (project.HasMonitors, project.HasFeedback, project.HasUserReports, project.HasLogs, project.HasFlags));
        Assert.Equal((null, FakeTransport.ReadAt), (project.FirstSeen, project.LastUpdated));
    }

    [Theory]
    [InlineData("""{"id":"1","slug":"a","platform":""}""")]
    [InlineData("""{"id":"1","slug":"a","platform":null,"firstEvent":null,"latestRelease":null}""")]
    [InlineData("""{"id":"1","slug":"a"}""")]
    public async Task An_absent_platform_event_and_release_are_null(string json)
    {
        var project = await One(json);

        Assert.Equal((null, null, null), (project.Platform, project.FirstEvent, project.LatestRelease));
        Assert.Equal((null, null, null), (project.HasSessions, project.HasTransactions, project.Environments));
    }

    [Theory]
    [InlineData("""{"id":"1","slug":"a","team":{"slug":"only"}}""", null)] // one of which?
    [InlineData("""{"id":"1","slug":"a","team":null,"teams":[]}""", "")]
    [InlineData("""{"id":"1","slug":"a","team":{"slug":"first"},"teams":[{"slug":"z"},{"slug":"first"}]}""", "first, z")]
    public async Task The_teams_are_the_whole_list_or_unknown(string json, string? teams) =>
        Assert.Equal(teams, (await One(json)).TeamSlugs?.ToString());

    [Theory]
    [InlineData("collapse=latestDeploys&per_page=100", new string[0], new string[0])]
    [InlineData("query=slug:web slug:api&collapse=latestDeploys&per_page=100", new[] { "web", "api" }, new string[0])]
    [InlineData("query=id:3&collapse=latestDeploys&per_page=100", new[] { "3" }, new string[0])]
    [InlineData("collapse=latestDeploys&per_page=100", new[] { "w*" }, new string[0])]
    [InlineData("query=team:fe&collapse=latestDeploys&per_page=100", new string[0], new[] { "fe" })]
    [InlineData("collapse=latestDeploys&per_page=100", new string[0], new[] { "77" })] // the search knows teams by slug only
    public async Task Named_projects_and_teams_are_searched_for(string query, string[] keys, string[] teams)
    {
        var transport = new FakeTransport().On(Path, "[]");

        await Estate
            .Api(transport)
            .Projects.ListAsync(
                Estate.Acme,
                [.. keys.Select(key => new ProjectReference(key))],
                [.. teams.Select(team => new TeamReference(team))],
                default)
            .ToListAsync();

        Assert.Equal((query, Estate.Region), (transport.RequestsTo(Path)[0].QueryText(), transport.RequestsTo(Path)[0].Host));
    }

    private static async Task<SentryProject> One(string json) =>
        await Estate.Api(new FakeTransport().On(Path, $"[{json}]")).Projects.ListAsync(Estate.Acme, [], [], default).SingleAsync();
}
