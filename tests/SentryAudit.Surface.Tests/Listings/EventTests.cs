using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Issues, their events, what is in these, and the people they are about.</summary>
public sealed class EventTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
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

    [Fact]
    public void Events_come_in_the_order_of_the_issues_each_with_the_newest_first()
    {
        var issues = Acme.Issues.Where(issue => !issue.EventsExpired).Take(3).Reverse().ToArray();
        var events = Get<SentryEvent>(
            new GetSentryEventCommand
            {
                Connection = Connection,
                Organization = First,
                Issue = [.. issues.Select(issue => new IssueReference(Model(issue)))],
            }
        );

        Assert.Equal(issues.SelectMany(issue => Enumerable.Repeat(issue.Id, 3)), events.Select(item => item.IssueId));
        Assert.All(events.Chunk(3), own => Assert.Equal(own.OrderByDescending(item => item.DateCreated), own));
        Assert.Empty(Server.Requests.To("organizations/{org}/projects/"));
    }

    [Fact]
    public void One_issues_failure_does_not_stop_the_next()
    {
        var run = Run(
            new GetSentryEventCommand
            {
                Connection = Connection,
                Issue = [new(new SentryIssue { Id = "1", OrganizationSlug = "acme" }), new(Model(Acme.Issues[0]))],
            }
        );

        Assert.Equal(("SentryNotFound", "1"), (run.SingleError().ErrorId, run.Errors[0].Target));
        Assert.Equal(3, run.Output.Count);
    }

    [Fact]
    public void A_window_narrows_the_events()
    {
        var all = Get<SentryEvent>(new GetSentryEventCommand { Connection = Connection, Organization = First, Project = Web });
        var day = all[all.Length / 2].DateCreated!.Value.UtcDateTime.Date;

        var some = Get<SentryEvent>(new GetSentryEventCommand { Connection = Connection, Organization = First, Project = Web, Date = day });

        Assert.Equal(
            all.Where(item => item.DateCreated!.Value.UtcDateTime.Date == day).Select(item => item.EventId),
            some.Select(item => item.EventId));
        Assert.NotEmpty(some);
    }

    [Fact]
    public void The_entries_of_an_event_are_found_by_its_id_alone_and_by_object()
    {
        var item = Get<SentryEvent>(
            new GetSentryEventCommand
            {
                Connection = Connection,
                Organization = First,
                Issue = [new(Acme.Issues[0].ShortId)],
            }
        )[0];
        Server.Requests.Clear();

        var byId = Get<SentryEventEntry>(new GetSentryEventEntryCommand { Connection = Connection, Event = [new(item.EventId)] });
        var byObject = Get<SentryEventEntry>(new GetSentryEventEntryCommand { Connection = Connection, Event = [new(item)] });

        Assert.Equal(["exception", "breadcrumbs", "request"], byId.Select(entry => entry.Type));
        Assert.Equal(byId.Select(entry => entry.Summary), byObject.Select(entry => entry.Summary));
        Assert.Equal(2, Server.Requests.To("projects/{org}/{project}/events/{event}/").Count);
    }

    [Fact]
    public void An_unknown_event_is_an_error()
    {
        var run = Run(new GetSentryEventEntryCommand { Connection = Connection, Event = [new("00000000000000000000000000000000")] });

        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
    }

    [Fact]
    public void Type_narrows_the_entries()
    {
        var entries = Get<SentryEventEntry>(
            new GetSentryEventEntryCommand
            {
                Connection = Connection,
                Organization = First,
                Project = Web,
                Type = ["Request", "hologram"],
            }
        );

        Assert.Equal(
            ["hologram", "request"],
            entries.Select(entry => entry.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Feedback_is_the_reports_of_each_project_and_then_those_of_the_widget()
    {
        var feedback = Get<SentryUserFeedback>(new GetSentryUserFeedbackCommand { Connection = Connection, Organization = First });
        var widget = Acme.Issues.Where(issue => issue.Category == "feedback").OrderByDescending(issue => issue.FirstSeen);

        Assert.Equal(Acme.UserReports.Select(report => report.Id).Order(StringComparer.Ordinal),
            feedback.Where(item => item.Source == SentryFeedbackSource.LegacyReport).Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            widget.Select(issue => issue.Id),
            feedback.SkipWhile(item => item.Source == SentryFeedbackSource.LegacyReport).Select(item => item.Id));
    }

    [Fact]
    public void One_projects_failure_does_not_stop_the_others()
    {
        Server.Faults.On("projects/{org}/{project}/users/", Fault.Status(403), skip: 1, times: 1);

        var run = Run(new GetSentryProjectUserCommand { Connection = Connection, Organization = First });

        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
        Assert.True(run.Output.Cast<SentryProjectUser>().Select(user => user.ProjectSlug).Distinct(StringComparer.Ordinal).Count() > 2);
        Assert.Contains(run.ProgressStates, state => state.Status.Contains("min left", StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_is_found_by_any_known_property()
    {
        var known = Get<SentryProjectUser>(
                new GetSentryProjectUserCommand
                {
                    Connection = Connection,
                    Organization = First,
                    Project = Web,
                }
            )
            .First(user => user.Email is not null);

        var found = Get<SentryProjectUser>(
            new GetSentryProjectUserCommand
            {
                Connection = Connection,
                Organization = First,
                Project = Web,
                Query = $"email:{known.Email}",
            }
        );

        Assert.Equal([known.Hash], found.Select(user => user.Hash));
    }

    private static SentryIssue Model(SandboxIssue issue) =>
        new()
        {
            Id = issue.Id,
            ShortId = issue.ShortId,
            ProjectSlug = issue.Project.Slug,
            OrganizationSlug = "acme",
        };

    private GetSentryIssueCommand Issues() => new() { Connection = Connection, Organization = First };
}
