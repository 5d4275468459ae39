using SentryAudit.Api.Stats;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Api.Stats;

public sealed class EventCountReachTests
{
    private const string Stats = "organizations/acme/stats_v2/";
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EventScope Web = EventScope.Of(Estate.Project("3", "web"));

    private const string OneHour = """
        {"intervals":["2026-08-01T00:00:00Z"],"groups":[{"by":{"outcome":"accepted"},"series":{"sum(quantity)":[1]}}]}
        """;

    [Fact]
    public async Task A_project_that_may_not_be_seen_does_not_hide_the_others()
    {
        var transport = new FakeTransport().On(Stats, request => [request.Value("project") == "3" ? 403 : OneHour]);
        var results = await Estate
            .Api(transport)
            .EventCounts.ListAsync(
                Estate.Acme,
                [Web, EventScope.Of(Estate.Project("4", "api"))],
                Request(SentryEventStat.Received, 1),
                default)
            .ToListAsync();

        Assert.Equal(["web", "api"], results.Select(result => result.Scope.Slug));
        Assert.Equal(("web", 0), (results[0].Refused.Single().Project.Slug, results[0].Counts.Count));
        Assert.Equal((0, 1), (results[1].Refused.Count, results[1].Counts.Count));
    }

    [Fact]
    public async Task A_refused_stat_Generated_is_named_and_does_not_take_the_others_with_it()
    {
        var transport = new FakeTransport().On(Stats, OneHour).On("projects/acme/web/stats/", 403);

        var (_, counts, refused) = await Estate
            .Api(transport)
            .EventCounts.ListAsync(Estate.Acme, [Web], Request(SentryEventStat.All, 1), default)
            .SingleAsync();

        Assert.Equal(
            [SentryEventStat.Received, SentryEventStat.Rejected, SentryEventStat.Blacklisted],
            counts.Select(count => count.Stat).Distinct().Order());
        var error = StatsFaults.Refused("event counts", "acme", refused, 1);
        Assert.Contains("the generated events of web are unknown", error.Message, StringComparison.Ordinal);
        Assert.Contains("project:read", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_with_a_hidden_project_has_no_sum_and_the_project_is_named()
    {
        var transport = new FakeTransport().On(Stats, request => [request.Values("project").Contains("4") ? 403 : OneHour]);
        var team = new EventScope(SentryEventCountScope.Team, "web", [Estate.Project("3", "web"), Estate.Project("4", "api")]);

        var (_, counts, refused) = await Estate
            .Api(transport)
            .EventCounts.ListAsync(Estate.Acme, [team], Request(SentryEventStat.Received, 1), default)
            .SingleAsync();

        Assert.Empty(counts);
        Assert.Equal("api", refused.Single().Project.Slug);
    }

    private static EventCountRequest Request(SentryEventStat stat, int hours) =>
        new(
            stat,
            "error",
            new BucketPlan(new DateWindow(Start, Start.AddHours(hours)), TimeSpan.FromHours(1), TimeZoneInfo.Utc, Start.AddYears(1)));
}
