using System.Globalization;
using SentryAudit.Commands.Stats;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Stats;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

/// <summary>Counts beside the sums of what the sandbox holds, hour by hour.</summary>
public sealed class CountTableTests(CountedSandbox sandbox) : SandboxTest(sandbox), IClassFixture<CountedSandbox>
{
    private const string Summary = "organizations/{org}/stats-summary/";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Connection = await Server.ConnectAsync(clock: CountedSandbox.Clock);
        Server.Requests.Clear();
    }

    private static EventCounts Truth => new(new SandboxOptions().Seed, CountedSandbox.Clock.GetUtcNow());

    [Theory]
    [InlineData("UTC", "2026-11-01", 3, "1d", "error", 3)]
    [InlineData("UTC", "2026-09-20", 45, "1h", "error", 1080)]
    [InlineData("UTC", "2026-11-01", 3, "6h", "transaction", 12)]
    [InlineData("UTC", "2026-11-01", 2, "1d", "attachment", 2)]
    [InlineData("UTC", "2026-11-01", 2, "1d", "log_byte", 2)]
    [InlineData("UTC", "2026-11-01", 2, "1d", "default", 2)]
    [InlineData("Europe/Berlin", "2026-10-24", 3, "1d", "error", 3)] // the second day has 25 hours
    [InlineData("Europe/Berlin", "2026-10-25", 1, "1h", "error", 25)]
    [InlineData("America/New_York", "2026-11-01", 1, "8h", "error", 4)]
    [InlineData("Australia/Sydney", "2026-10-04", 1, "1h", "error", 23)]
    [InlineData("Europe/Berlin", "2026-10-01", 31, "1d", "span", 31)]
    [InlineData("Asia/Kolkata", "2026-11-01", 2, "1d", "error", 2)]
    [InlineData("Asia/Kolkata", "2026-11-01", 1, "1h", "error", 24)]
    [InlineData("Asia/Kathmandu", "2026-11-01", 1, "1h", "error", 24)]
    [InlineData("America/St_Johns", "2026-11-01", 1, "1h", "error", 25)]
    public void Event_counts_are_the_sums_of_the_hours_that_begin_in_their_spans(
        string zone, string day, int days, string interval, string category, int spans)
    {
        var (teams, zoned) = (Acme.Teams[..2], TimeZoneInfo.FindSystemTimeZoneById(zone));
        var first = DateTime.Parse(day, CultureInfo.InvariantCulture);
        GetSentryEventCountCommand Command(ProjectReference[]? project, TeamReference[]? team) => new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Project = project,
            Team = team,
            StartDate = first,
            EndDate = first.AddDays(days),
            TimeZone = zone,
            Interval = new Duration(interval),
            Category = category,
        };

        SandboxProject[] projects = [Acme.Projects[0], Acme.Projects[1], Acme.Projects[2]];
        var run = Run(Command(
            [.. projects.Select(project => new ProjectReference(project.Slug))],
            [.. teams.Select(team => new TeamReference(team.Slug))]));
        var whole = Run(Command(null, null));

        Assert.Empty(run.Errors.Concat(whole.Errors));
        var isRough = zoned.GetUtcOffset(first).Minutes is not 0;
        Assert.Equal(isRough ? 1 : 0, run.Warnings.Count);
        SentryEventCount[] counts = [.. run.Output.Concat(whole.Output).Cast<SentryEventCount>()];
        Assert.Equal(spans * 6, counts.Length);
        foreach (var count in counts)
        {
            var counted = Acme.Projects.Where(project => count.Scope switch
            {
                SentryEventCountScope.Project => project.Slug == count.ProjectSlug,
                SentryEventCountScope.Team => project.Teams.Exists(team => team.Slug == count.TeamSlug),
                _ => true,
            });
            Assert.Equal(Sum(counted, category, IsReceived, count.Timestamp, count.Timestamp + count.Interval!.Value), count.Count);
        }

        Assert.Equal(first, counts[0].Timestamp.DateTime);
        Assert.All(counts, count => Assert.Equal(category, count.Category));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("error", false)]
    [InlineData("security", false)]
    [InlineData("security", true)]
    [InlineData("attachment", false)]
    public void Usage_is_the_sum_of_what_each_project_sent_however_many_there_are(string? category, bool lacksSummary)
    {
        if (lacksSummary)
        {
            Server.Faults.On(Summary, Fault.Status(404));
        }

        var usages = Get<SentryUsage>(Usage(category, []));

        AssertSums(usages, Acme.Projects);
        var names = category is null ? Categories.All.Select(Categories.NameOf).Distinct(StringComparer.Ordinal) : [category];
        var expected = from project in Acme.Projects
            from name in names
            where Sum([project], name, _ => true, Start, Start.AddDays(1)) > 0
            select $"{project.Slug} {name}";
        Assert.Equal(expected.Order(StringComparer.Ordinal), usages.Select(usage => usage.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sixty_named_projects_are_asked_for_by_name_in_two_groups()
    {
        var named = Acme.Projects[..60];

        var usages = Get<SentryUsage>(Usage(null, named));

        AssertSums(usages, named);
        var asked = Server.Requests.Where(request => request.Path.Contains("stats-summary", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, asked.Length);
        Assert.DoesNotContain(asked, request => request.Query.Contains("project=-1", StringComparison.Ordinal));
    }

    private static DateTimeOffset Start => new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static bool IsReceived(Outcome outcome) => outcome.Name is not Outcome.Discarded;

    private GetSentryUsageCommand Usage(string? category, IReadOnlyCollection<SandboxProject> projects) => new()
    {
        Connection = Connection,
        Organization = [new("acme")],
        Project = projects is { Count: 0 } ? null : [.. projects.Select(project => new ProjectReference(project.Slug))],
        Category = category,
        StartDate = Start.UtcDateTime,
        EndDate = Start.UtcDateTime.AddDays(1),
    };

    private static void AssertSums(SentryUsage[] usages, IReadOnlyCollection<SandboxProject> projects)
    {
        var bySlug = projects.ToDictionary(project => project.Slug, StringComparer.Ordinal);
        foreach (var usage in usages)
        {
            var (from, until) = (usage.WindowStart!.Value, usage.WindowEnd!.Value);
            long Of(string outcome) => Sum([bySlug[usage.ProjectSlug]], usage.Category, one => one.Name == outcome, from, until);
            Assert.Equal(
                (Of("accepted"), Of("filtered"), Of("rate_limited"), Of("invalid"), Of("abuse"), Of("client_discard")),
                (usage.Accepted, usage.Filtered, usage.RateLimited, usage.Invalid, usage.Abuse, usage.ClientDiscard));
        }
    }

    /// <summary>What the sandbox holds of the hours that begin in a span.</summary>
    private static long Sum(
        IEnumerable<SandboxProject> projects, string category, Func<Outcome, bool> isCounted, DateTimeOffset from, DateTimeOffset until)
    {
        var first = (from.ToUnixTimeSeconds() + 3599) / 3600;
        var hours = Enumerable.Range(0, (int)(((until.ToUnixTimeSeconds() + 3599) / 3600) - first)).Select(hour => first + hour).ToArray();
        var truth = Truth;
        return projects.Sum(project => Categories.In(category).Sum(kind => Outcome.All.Where(isCounted).Sum(outcome =>
            hours.Sum(hour => truth.TimesSeen(project, kind, outcome, hour)) * Categories.Size(kind))));
    }
}
