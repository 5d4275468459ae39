using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Pipeline;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Api.Events;

/// <summary>People seen in events, and what they wrote.</summary>
public sealed class EndUserListingTests
{
    private const string Reports = "projects/acme/web/user-feedback/";
    private const string Users = "projects/acme/web/users/";
    private const string Issues = "organizations/acme/issues/";
    private static readonly DateWindow September = new(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 9, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_report_is_mapped_and_none_is_hidden()
    {
        var transport = new FakeTransport().On(Reports, """
            [{"id":"7","eventID":"9fac","name":"Rosa","email":"","comments":"It broke","dateCreated":"2026-09-01T10:00:00Z",
              "issue":{"id":"1"}},
             {"id":"8","issue":null}]
            """);

        var reports = await ReportsOf(transport);

        Assert.Equal("status=&per_page=100", transport.Requests.Single().QueryText());
        Assert.Equal(
            ("7", SentryFeedbackSource.LegacyReport, "Rosa", null, "It broke"),
            (reports[0].Id, reports[0].Source, reports[0].Name, reports[0].Email, reports[0].Comments));
        Assert.Equal(
            ("9fac", "1", "web", "acme"),
            (reports[0].EventId, reports[0].IssueId, reports[0].ProjectSlug, reports[0].OrganizationSlug));
        Assert.Equal((null, null, null), (reports[1].IssueId, reports[1].EventId, reports[1].DateCreated));
    }

    [Theory]
    [InlineData("email:r@acme.io", "1")]
    [InlineData("id:77", "2")]
    [InlineData("username:rosa", "1")]
    [InlineData("ip:203.0.113.5", "2")]
    [InlineData(null, "1 2")]
    public async Task A_search_for_users_that_the_server_ignores_is_applied_here(string? query, string found)
    {
        var transport = new FakeTransport().On(Users, """
            [{"id":"1","username":"rosa","email":"R@acme.io"},{"id":"2","identifier":"77","ipAddress":"203.0.113.5"}]
            """);

        var users = await Estate.Api(transport).ProjectUsers.ListAsync(Estate.Acme, ["web"], query, default).ToListAsync();

        Assert.Equal(found, string.Join(' ', users.Select(part => part.Item?.Id).OfType<string>()));
    }

    [Fact]
    public async Task A_window_of_reports_ends_the_reading()
    {
        var transport = new FakeTransport().On(
            Reports,
            """
            [{"id":"1","dateCreated":"2026-09-02T00:00:00Z"},
             {"id":"2","dateCreated":"2026-09-01T00:00:00Z"},
             {"id":"3","dateCreated":"2026-08-31T00:00:00Z"}]
            """,
            "[]",
            "[]");

        Assert.Equal(["2"], (await ReportsOf(transport, September)).Select(report => report.Id));
        Assert.InRange(transport.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Feedback_of_the_widget_is_an_issue()
    {
        var transport = new FakeTransport().On(Issues, """
            [{"id":"9","issueCategory":"feedback","project":{"slug":"web"},"firstSeen":"2026-09-01T10:00:00Z",
             "metadata":{"message":"It broke","name":"Rosa","contact_email":"r@c.io","associated_event_id":"9fac"}},
             {"id":"10","issueCategory":"error"}]
            """);

        var feedback = Assert.Single(
            await Estate.Api(transport).Feedback.ListFromWidgetAsync(Estate.Acme, projects: null, September, default).ToListAsync());

        Assert.Equal(
            ("9", SentryFeedbackSource.Widget, "Rosa", "r@c.io", "It broke"),
            (feedback.Id, feedback.Source, feedback.Name, feedback.Email, feedback.Comments));
        Assert.Equal(("9fac", "9", "web"), (feedback.EventId, feedback.IssueId, feedback.ProjectSlug));
        Assert.Equal("issue.category:feedback", transport.Requests.Single().Value("query"));
    }

    [Fact]
    public async Task A_user_is_mapped_and_what_Sentry_does_not_report_is_unknown()
    {
        var transport = new FakeTransport().On(Users, """
            [{"id":"1","tagValue":"id:7","identifier":"7","username":"rosa","email":"r@c.io","name":"Rosa","ipAddress":"::1","hash":"abc",
             "dateCreated":null},
             {"id":null,"username":"","email":null,"hash":"def","dateCreated":"2026-01-01T00:00:00Z"}]
            """);

        Assert.Single(await UsersOf(transport, query: "email:r@c.io"));
        Assert.Equal("query=email:r@c.io&per_page=100", transport.Requests.Single().QueryText());

        var users = await UsersOf(transport, query: null);
        Assert.Equal(
            ("1", "7", "rosa", "r@c.io", "Rosa", "::1", "abc"),
            (users[0].Id, users[0].Identifier, users[0].UserName, users[0].Email, users[0].Name, users[0].IpAddress, users[0].Hash));
        Assert.Equal((null, null, null, null, "def"), (users[1].Id, users[1].UserName, users[1].Email, users[1].IpAddress, users[1].Hash));
        Assert.Equal((null, 2026), (users[0].DateCreated, users[1].DateCreated!.Value.Year));
    }

    [Fact]
    public void Progress_estimates_by_the_limit_and_then_by_what_was_measured()
    {
        var (pipeline, clock) = (new FakePipeline(), new ManualTimeProvider());
        var progress = new PacedProgress(pipeline, clock, "Reading", total: 20, TimeSpan.FromSeconds(12));

        progress.Start();
        Assert.Equal(TimeSpan.FromMinutes(4), progress.Remaining());
        clock.Advance(TimeSpan.FromMinutes(2));
        progress.CompleteOne();
        Assert.Equal(TimeSpan.FromMinutes(38), progress.Remaining());
        progress.Complete();

        Assert.Equal(
            ["0 of 20 projects read, about 4 min left", "1 of 20 projects read, about 38 min left", "Done"],
            pipeline.ProgressStates.Select(state => state.Status));
        Assert.True(pipeline.ProgressStates[^1].Completed);
    }

    [Fact]
    public void One_project_shows_no_progress()
    {
        var pipeline = new FakePipeline();
        var progress = new PacedProgress(pipeline, new ManualTimeProvider(), "Reading", total: 1, TimeSpan.FromSeconds(12));

        progress.Start();
        progress.CompleteOne();
        progress.Complete();

        Assert.Empty(pipeline.Calls);
    }

    private static async Task<List<SentryUserFeedback>> ReportsOf(FakeTransport transport, DateWindow? window = null) =>
        [
            .. (await Estate.Api(transport).Feedback.ListReportsAsync(Estate.Acme, ["web"], window, default).ToListAsync())
                .Select(part => part.Item)
                .OfType<SentryUserFeedback>(),
        ];

    private static async Task<List<SentryProjectUser>> UsersOf(FakeTransport transport, string? query) =>
        [
            .. (await Estate.Api(transport).ProjectUsers.ListAsync(Estate.Acme, ["web"], query, default).ToListAsync())
                .Select(part => part.Item)
                .OfType<SentryProjectUser>(),
        ];
}
