using SentryAudit.Api.Stats;
using SentryAudit.Commands.Stats;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

public sealed class EventCountTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void Without_parameters_the_last_day_of_the_organization_comes_by_hours()
    {
        var counts = Get<SentryEventCount>(Command());

        Assert.InRange(counts.Length, 24, 25);
        Assert.All(counts, count =>
            Assert.Equal(
                (SentryEventStat.Received, SentryEventCountScope.Organization, "error", TimeSpan.FromHours(1)),
                (count.Stat, count.Scope, count.Category, count.Interval)));
        Assert.All(counts.Zip(counts.Skip(1)), pair => Assert.Equal(pair.First.Timestamp.AddHours(1), pair.Second.Timestamp));
        Assert.True(counts.Sum(count => count.Count) > 0);
        Assert.Single(Server.Requests, request => request.Path.Contains("stats_v2", StringComparison.Ordinal));
    }

    [Fact]
    public void An_organization_is_the_sum_of_its_projects_and_so_is_a_team()
    {
        var whole = Total(Command(days: 3));
        var projects = Command(days: 3);
        projects.Project = [new("*")];
        var counts = Get<SentryEventCount>(projects);

        Assert.Equal(whole, counts.Sum(count => count.Count));
        foreach (var team in Acme.Teams)
        {
            var own = Acme
                .Projects.Where(project => project.Teams.Contains(team))
                .Select(project => project.Slug)
                .ToHashSet(StringComparer.Ordinal);
            var command = Command(days: 3);
            command.Team = [new(team.Slug)];
            Assert.Equal(counts.Where(count => own.Contains(count.ProjectSlug!)).Sum(count => count.Count), Total(command));
        }
    }

    [Fact]
    public void Counts_are_ordered_by_scope_then_time_then_stat()
    {
        var command = Command(days: 2);
        command.Project = [new("web-frontend"), new("gateway"), new("search")];
        command.Stat = SentryEventStat.All;

        var counts = Get<SentryEventCount>(command);

        Assert.Equal(
            counts.OrderBy(count => count.ProjectSlug, StringComparer.Ordinal).ThenBy(count => count.Timestamp).ThenBy(count => count.Stat),
            counts);
        Assert.Equal(3 * 3 * 4, counts.Length);
    }

    [Fact]
    public void The_stat_Generated_of_an_organization_is_the_sum_over_its_projects()
    {
        var whole = Command(days: 2);
        whole.Stat = SentryEventStat.Generated;
        var single = Command(days: 2);
        (single.Stat, single.Project) = (SentryEventStat.Generated, [new("*")]);

        Assert.Equal(Total(single), Total(whole));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    public void Days_are_the_sum_of_their_hours(string zone)
    {
        var (days, hours) = (Command(days: 40), Command(days: 40));
        (days.TimeZone, hours.TimeZone, hours.Interval) = (zone, zone, new("1h"));

        var (byDay, byHour) = (Get<SentryEventCount>(days), Get<SentryEventCount>(hours));

        Assert.Equal(byHour.Sum(count => count.Count), byDay.Sum(count => count.Count));
        foreach (var day in byDay)
        {
            Assert.Equal(TimeSpan.Zero, day.Timestamp.TimeOfDay);
            Assert.Equal(
                byHour
                    .Where(hour => hour.Timestamp >= day.Timestamp && hour.Timestamp < day.Timestamp + day.Interval)
                    .Sum(hour => hour.Count),
                day.Count);
        }
    }

    [Fact]
    public void The_stat_Generated_is_for_errors_only()
    {
        var command = Command();
        (command.Stat, command.Category) = (SentryEventStat.Generated, "transaction");

        Assert.Equal("StatNotAvailable", Run(command).TerminatingError().ErrorId);
    }

    [Fact]
    public void All_stats_of_another_category_leave_Generated_out()
    {
        var command = Command(days: 1);
        (command.Stat, command.Category) = (SentryEventStat.All, "transaction");

        Assert.Equal(3, Get<SentryEventCount>(command).Select(count => count.Stat).Distinct().Count());
    }

    [Fact]
    public void An_impossible_window_ends_the_cmdlet_before_anything_is_asked()
    {
        var command = Command(days: 1);
        command.Last = new("2d");

        Assert.Equal("ImpossibleWindow", Run(command).TerminatingError().ErrorId);
        Assert.Empty(Server.Requests);
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

    [Fact]
    public void A_team_says_that_it_is_a_sum()
    {
        var command = Command(days: 1);
        command.Team = [new("frontend")];

        Assert.Contains(Run(command).VerboseLines, line =>
            line.StartsWith("The count of team frontend is the sum over its projects", StringComparison.Ordinal));
    }

    private GetSentryEventCountCommand Command(int? days = null) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            DaysBackStart = days,
        };

    private static long? Total(GetSentryEventCountCommand command) => Get<SentryEventCount>(command).Sum(count => count.Count);
}
