using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryEvent and Get-SentryEventEntry.</summary>
public sealed class EventTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];

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
