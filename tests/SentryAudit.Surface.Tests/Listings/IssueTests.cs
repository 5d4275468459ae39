using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryIssue.</summary>
public sealed class IssueTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];

    private IEnumerable<SandboxIssue> Visible => Acme.Issues.Where(issue => issue.Category != "feedback");

    [Fact]
    public void Issues_of_any_status_are_listed_with_the_last_event_first()
    {
        var issues = Get<SentryIssue>(Issues());

        Assert.Equal(Visible.Select(issue => issue.Id), issues.Select(issue => issue.Id));
        Assert.Contains(issues, issue => issue.Status != "unresolved");
        Assert.Equal(Visible.Select(issue => (long?)issue.Count), issues.Select(issue => issue.EventCount));
    }

    [Theory]
    [InlineData("Resolved")]
    [InlineData("Resolved", "Ignored")]
    public void Status_narrows_the_issues(params string[] statuses)
    {
        var command = Issues();
        command.Status = statuses;

        Assert.Equal(
            Visible.Where(issue => statuses.Contains(issue.Status, StringComparer.OrdinalIgnoreCase)).Select(issue => issue.Id),
            Get<SentryIssue>(command).Select(issue => issue.Id));
    }

    [Fact]
    public void Project_and_environment_narrow_the_issues()
    {
        var command = Issues();
        (command.Project, command.Environment) = (Web, ["staging"]);

        Assert.Equal(
            Visible
                .Where(issue => issue.Project.Slug == "web-frontend" && issue.Environments.Contains("staging", StringComparer.Ordinal))
                .Select(issue => issue.Id),
            Get<SentryIssue>(command).Select(issue => issue.Id));
    }

    [Fact]
    public void An_issue_is_found_by_short_id_id_and_pattern()
    {
        var wanted = Acme.Issues[3];
        foreach (var key in new[] { wanted.ShortId, wanted.Id, wanted.ShortId[..^1] + "?" })
        {
            var command = Issues();
            command.Issue = [new(key)];
            Assert.Contains(wanted.Id, Get<SentryIssue>(command).Select(issue => issue.Id));
        }
    }

    [Fact]
    public void An_unknown_issue_is_an_error_and_the_others_come()
    {
        var command = Issues();
        command.Issue = [new("GHOST-1"), new(Acme.Issues[0].ShortId)];

        var run = Run(command);

        Assert.Single(run.Output);
        Assert.Equal(("SentryObjectNotFound", "GHOST-1"), (run.SingleError().ErrorId, run.Errors[0].Target));
    }

    [Fact]
    public void An_impossible_window_is_an_error_that_says_why()
    {
        var command = Issues();
        (command.DaysBack, command.Date) = (1, new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Unspecified));

        Assert.Equal("ImpossibleWindow", Run(command).SingleError().ErrorId);
    }

    private GetSentryIssueCommand Issues() => new() { Connection = Connection, Organization = First };
}
