using System.Globalization;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Api.Stats;

public sealed class EventCountTests
{
    private const string Stats = "organizations/acme/stats_v2/";
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EventScope Organization = new(SentryEventCountScope.Organization, null, []);
    private static readonly EventScope Web = EventScope.Of(Estate.Project("3", "web"));

    private const string ThreeHours = """
        {"intervals":["2026-08-01T00:00:00Z","2026-08-01T01:00:00Z","2026-08-01T02:00:00Z"],"groups":[
         {"by":{"outcome":"accepted"},"series":{"sum(quantity)":[10,20,0]}},
         {"by":{"outcome":"filtered"},"series":{"sum(quantity)":[1,0,0]}},
         {"by":{"outcome":"rate_limited"},"series":{"sum(quantity)":[2,0,0]}},
         {"by":{"outcome":"invalid"},"series":{"sum(quantity)":[4,0,0]}},
         {"by":{"outcome":"abuse"},"series":{"sum(quantity)":[8,0,0]}},
         {"by":{"outcome":"cardinality_limited"},"series":{"sum(quantity)":[16,0,0]}},
         {"by":{"outcome":"client_discard"},"series":{"sum(quantity)":[1000,1000,1000]}},
         {"by":{"outcome":"new_one"},"series":{"sum(quantity)":["32",0,0]}}]}
        """;

    [Theory]
    [InlineData(SentryEventStat.Received, "73 20 0")]
    [InlineData(SentryEventStat.Rejected, "30 0 0")]
    [InlineData(SentryEventStat.Blacklisted, "1 0 0")]
    public async Task A_stat_is_the_sum_of_its_outcomes(SentryEventStat stat, string expected) =>
        Assert.Equal(expected, Text(await Count(new FakeTransport().On(Stats, ThreeHours), Organization, stat, hours: 3)));

    [Fact]
    public async Task Counts_come_by_time_then_stat_and_say_what_they_are()
    {
        var transport = new FakeTransport()
            .On(Stats, ThreeHours)
            .On("projects/acme/web/stats/", "[[1785542400,5],[1785546000,6],[1785549600,7]]");

        var counts = await Count(transport, Web, SentryEventStat.All, hours: 3);

        Assert.Equal("73 30 1 5 20 0 0 6 0 0 0 7", Text(counts));
        var first = counts[0];
        Assert.Equal(
            (Start, TimeSpan.FromHours(1), SentryEventStat.Received, SentryEventCountScope.Project),
            (first.Timestamp, first.Interval, first.Stat, first.Scope));
        Assert.Equal(("acme", "web", null, "error"), (first.OrganizationSlug, first.ProjectSlug, first.TeamSlug, first.Category));
        Assert.Equal(
            "field=sum(quantity)&start=2026-08-01T00:00:00Z&end=2026-08-01T03:00:00Z&interval=1h&project=3&groupBy=outcome&category=error",
            transport.RequestsTo(Stats).Single().QueryText());
        Assert.Equal(
            "stat=generated&resolution=1h&since=1785542400&until=1785553199",
            transport.RequestsTo("projects/acme/web/stats/").Single().QueryText());
    }

    [Fact]
    public async Task Without_any_event_every_bucket_is_zero() =>
        Assert.Equal(
            "0 0 0",
            Text(
                await Count(
                    new FakeTransport().On(
                        Stats,
                        """{"intervals":["2026-08-01T00:00:00Z","2026-08-01T01:00:00+00:00","2026-08-01T02:00:00.000Z"],"groups":[]}"""
                    ),
                    Organization,
                    SentryEventStat.Received,
                    3)));

    [Theory]
    [InlineData(
        """
        {"intervals":["2026-08-01T00:00:00Z","2026-08-01T02:00:00Z"],
         "groups":[{"by":{"outcome":"accepted"},"series":{"sum(quantity)":[1,3]}}]}
        """,
        "1 ? 3")]
    [InlineData(
        """
        {"intervals":["2026-08-01T00:00:00Z","2026-08-01T01:00:00Z","2026-08-01T02:00:00Z"],
         "groups":[{"by":{"outcome":"accepted"},"series":{"sum(quantity)":[1,null]}}]}
        """,
        "1 ? ?")]
    [InlineData(
        """
        {"intervals":["2026-08-01T00:00:00Z","2026-08-01T01:00:00Z","2026-08-01T02:00:00Z"],
         "groups":[{"by":{"outcome":"accepted"},"series":{"sum(quantity)":[2000000000000000,7,1000000000000000]}},
                   {"by":{"outcome":"invalid"},"series":{"sum(quantity)":[null,-3,0]}}]}
        """,
        "? 4 1000000000000000")]
    public async Task A_bucket_the_answer_leaves_out_is_unknown(string json, string expected) =>
        Assert.Equal(expected, Text(await Count(new FakeTransport().On(Stats, json), Organization, SentryEventStat.Received, 3)));

    [Fact]
    public async Task A_long_window_is_asked_for_in_parts_and_has_every_hour_once()
    {
        var transport = new FakeTransport().On(Stats, request => [Answer(request)]);

        var counts = await Count(transport, Organization, SentryEventStat.Received, hours: 70 * 24);

        Assert.Equal(3, transport.Requests.Count);
        Assert.Equal(Enumerable.Range(0, 70 * 24).Select(hour => Start.AddHours(hour)), counts.Select(count => count.Timestamp));
        Assert.All(counts, count => Assert.Equal(1, count.Count));
        Assert.Equal("-1", transport.Requests.First().Value("project"));
    }

    [Fact]
    public async Task A_team_of_many_projects_is_the_sum_of_several_calls()
    {
        var team = new EventScope(
            SentryEventCountScope.Team,
            "web",
            [.. Enumerable.Range(1, 120).Select(id => Estate.Project($"{id}", $"p{id}"))]);
        var transport = new FakeTransport().On(Stats, request => [Answer(request)]);

        var counts = await Count(transport, team, SentryEventStat.Received, hours: 2);

        Assert.Equal("3 3", Text(counts));
        Assert.Equal([50, 50, 20], transport.Requests.Select(request => request.Values("project").Count));
        Assert.Equal((null, "web"), (counts[0].ProjectSlug, counts[0].TeamSlug));
    }

    [Fact]
    public async Task A_team_without_projects_has_zeros_and_asks_nothing()
    {
        var transport = new FakeTransport();

        Assert.Equal(
            "0 0",
            Text(await Count(transport, new EventScope(SentryEventCountScope.Team, "empty", []), SentryEventStat.Received, hours: 2)));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_day_of_a_zone_is_the_sum_of_its_hours()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var window = new DateWindow(Start.AddHours(-2), Start.AddHours(46));
        var plan = new BucketPlan(window, TimeSpan.FromDays(1), berlin, Start.AddYears(1));
        var transport = new FakeTransport().On(Stats, request => [Answer(request)]);

        var counts = await CountAll(transport, [Organization], new EventCountRequest(SentryEventStat.Received, "error", plan));

        Assert.Equal("24 24", Text(counts));
        Assert.Equal("1h", transport.Requests.Single().Value("interval"));
        Assert.Equal("2026-08-01T00:00:00+02:00", counts[0].Timestamp.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Generated_events_of_longer_intervals_are_sums_of_hours()
    {
        var transport = new FakeTransport().On("projects/acme/web/stats/", "[[1785542400,5],[1785546000,6],[1785549600,7],[1785553200,8]]");
        var plan = new BucketPlan(new DateWindow(Start, Start.AddHours(4)), TimeSpan.FromHours(2), TimeZoneInfo.Utc, Start.AddYears(1));

        Assert.Equal("11 15", Text(await CountAll(transport, [Web], new EventCountRequest(SentryEventStat.Generated, "error", plan))));
    }

    [Fact]
    public async Task A_series_with_as_many_rows_as_Sentry_gives_is_an_error()
    {
        var series = string.Join(',', Enumerable.Repeat("1", 1000));
        var groups = Enumerable.Range(0, 10).Select(kind =>
            $$$"""{"by":{"outcome":"kind{{{kind}}}"},"series":{"sum(quantity)":[{{{series}}}] } }""");
        var transport = new FakeTransport().On(Stats, $$"""{"intervals":[],"groups":[{{string.Join(',', groups)}}]}""");

        var error = await Assert.ThrowsAsync<SentryException>(() => Count(transport, Organization, SentryEventStat.Received, 3));

        Assert.Equal("SentryIncompleteCount", error.ErrorId);
    }

    private static string Answer(SentryRequest request)
    {
        var (start, end) = (
            DateTimeOffset.Parse(request.Value("start")!, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(request.Value("end")!, CultureInfo.InvariantCulture));
        var hours = (int)(end - start).TotalHours;
        var intervals = Enumerable.Range(0, hours).Select(hour => $"\"{start.AddHours(hour):yyyy-MM-ddTHH:mm:ssZ}\"");
        return $$"""
            {"intervals":[{{string.Join(',', intervals)}}],
             "groups":[{"by":{"outcome":"accepted"},"series":{"sum(quantity)":[{{string.Join(',', Enumerable.Repeat("1", hours))}}] } }]}
            """;
    }

    private static Task<List<SentryEventCount>> Count(FakeTransport transport, EventScope scope, SentryEventStat stat, int hours) =>
        CountAll(transport, [scope], Request(stat, hours));

    private static EventCountRequest Request(SentryEventStat stat, int hours) =>
        new(
            stat,
            "error",
            new BucketPlan(new DateWindow(Start, Start.AddHours(hours)), TimeSpan.FromHours(1), TimeZoneInfo.Utc, Start.AddYears(1)));

    private static async Task<List<SentryEventCount>> CountAll(FakeTransport transport, EventScope[] scopes, EventCountRequest request)
    {
        var counts = new List<SentryEventCount>();
        await foreach (var (_, some, refused) in Estate.Api(transport).EventCounts.ListAsync(Estate.Acme, scopes, request, default))
        {
            Assert.Empty(refused);
            counts.AddRange(some);
        }

        return counts;
    }

    private static string Text(IEnumerable<SentryEventCount> counts) =>
        string.Join(' ', counts.Select(count => count.Count?.ToString(CultureInfo.InvariantCulture) ?? "?"));
}
