using SentryAudit.Api.Events;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Events;

public sealed class IssueListingTests
{
    private const string Path = "organizations/acme/issues/";
    private const string Everything = "query=&collapse=stats&collapse=lifetime&collapse=filtered&limit=100";
    private static readonly DateWindow September = new(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 9, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_field_of_an_issue_is_mapped()
    {
        var issue = Assert.Single(await List(Row("""
            {"id":9007199254740993,"shortId":"WEB-1F","title":"ValueError","culprit":"app.main",
             "permalink":"https://acme.sentry.io/issues/1/","level":"error","status":"ignored",
             "substatus":"archived_forever","priority":"medium","platform":"python","project":{"id":"2","name":"Web","slug":"web"},
             "type":"error","issueType":"performance_slow",
             "issueCategory":"db_query","metadata":{},"assignedTo":{"type":"user","id":"1","name":"Ann","email":"ann@acme.io"},
             "isUnhandled":true,"numComments":3,
             "count":"3000000000","userCount":12,"firstSeen":"2026-01-06T21:19:55Z","lastSeen":"2026-02-06T21:19:55Z"}
            """)));

        Assert.Equal(
            ("9007199254740993", "WEB-1F", "ValueError", "app.main", "error"),
            (issue.Id, issue.ShortId, issue.Title, issue.Culprit, issue.Level));
        Assert.Equal(
            ("ignored", "archived_forever", "medium", "performance_slow", "db_query"),
            (issue.Status, issue.Substatus, issue.Priority, issue.Type, issue.Category));
        Assert.Equal(
            ("python", "web", "user:ann@acme.io", 3_000_000_000L, 12L),
            (issue.Platform, issue.ProjectSlug, issue.Assignee, issue.EventCount, issue.UserCount));
        Assert.Equal((1, 2, true, 3), (issue.FirstEvent!.Value.Month, issue.LastEvent!.Value.Month, issue.IsUnhandled, issue.CommentCount));
        Assert.Equal(
            ("https://acme.sentry.io/issues/1/", "acme", FakeTransport.ReadAt),
            (issue.Permalink!.ToString(), issue.OrganizationSlug, issue.LastUpdated));
    }

    [Fact]
    public async Task What_Sentry_does_not_send_is_unknown()
    {
        var issue = Assert.Single(
            await List(Row("""{"id":"1","culprit":"","count":"many","assignedTo":null,"firstSeen":null,"permalink":"no address"}""")));

        Assert.Equal((null, null, null, null), (issue.Culprit, issue.EventCount, issue.UserCount, issue.Assignee));
        Assert.Equal((null, null, null, null), (issue.FirstEvent, issue.IsUnhandled, issue.CommentCount, issue.Permalink));
    }

    [Fact]
    public async Task A_team_is_named_by_its_slug() =>
        Assert.Equal(
            "team:be",
            Assert.Single(await List(Row("""{"id":"1","assignedTo":{"type":"team","id":"4","name":"be"}}"""))).Assignee);

    [Fact]
    public async Task Nothing_is_hidden_unless_asked()
    {
        var transport = Row("""{"id":"1","status":"resolved"}""");

        Assert.Single(await List(transport));

        Assert.Equal($"project=-1&{Everything}", transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task All_that_narrows_is_sent()
    {
        var transport = new FakeTransport()
            .On(Path, request => [request.Value("limit") is "1" ? "[]" : """[{"id":"1","status":"resolved"}]"""]);
        var filter = new IssueFilter
        {
            Projects = new ProjectSelection([Estate.Project("3", "web")]),
            Environments = ["prod", "dev"],
            Query = "level:fatal",
            Statuses = ["Resolved"],
            Sort = "freq",
            Window = September,
        };

        Assert.Single(await List(transport, filter));

        Assert.Equal(
            "project=3&start=2026-09-01T00:00:00&end=2026-09-02T00:00:00&environment=prod&environment=dev"
            + "&query=is:resolved level:fatal&sort=freq&collapse=stats&collapse=lifetime&collapse=filtered&limit=100",
            transport.Requests.First().QueryText());
    }

    [Fact]
    public async Task Several_statuses_are_filtered_here()
    {
        var transport = new FakeTransport().On(
            Path,
            """[{"id":"1","status":"resolved"},{"id":"2","status":"ignored"},{"id":"3","status":"unresolved"}]"""
        );

        Assert.Equal(["1", "2"], (await List(transport, new IssueFilter { Statuses = ["Ignored", "Resolved"] })).Select(issue => issue.Id));
        Assert.Equal($"project=-1&{Everything}", transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task Pages_are_followed()
    {
        var transport = new FakeTransport().On(Path, """[{"id":"1"}]""", """[{"id":"1"},{"id":"2"}]""");

        Assert.Equal(["1", "2"], (await List(transport)).Select(issue => issue.Id));
    }

    [Fact]
    public async Task Named_issues_are_got_one_by_one_and_given_once()
    {
        var transport = new FakeTransport()
            .On(Path + "WEB-1/", """{"id":"9","shortId":"WEB-1"}""")
            .On(Path + "9/", """{"id":"9","shortId":"WEB-1"}""")
            .On(Path + "GONE-1/", 404);

        var found = await List(transport, new IssueFilter { Keys = [new("WEB-1"), new("9"), new("GONE-1")] });

        Assert.Equal(["9"], found.Select(issue => issue.Id));
        Assert.Equal(3, transport.Requests.Count);
    }

    private static FakeTransport Row(string json) => new FakeTransport().On(Path, $"[{json}]");

    private static async Task<List<SentryIssue>> List(FakeTransport transport, IssueFilter? filter = null) =>
        await Estate.Api(transport).Issues.ListAsync(Estate.Acme, filter ?? IssueFilter.None, default).ToListAsync();
}
