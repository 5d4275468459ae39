using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Stats;

public sealed class FeatureUsageTests
{
    private const string Stats = "organizations/acme/stats_v2/";
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_product_is_in_use_when_data_was_accepted()
    {
        var features = await Features(
            new SentryProject
            {
                Id = "7",
                Slug = "web",
                OrganizationSlug = "acme",
                FirstEvent = Start.AddYears(-1),
                HasReplays = true,
                HasLogs = false,
            },
            """
            {"intervals":["2026-08-01T00:00:00Z","2026-08-02T00:00:00Z","2026-08-03T00:00:00Z"],"groups":[
             {"by":{"category":"error"},"series":{"sum(quantity)":[1,0,2]}},{"by":{"category":"replay"},"series":{"sum(quantity)":[0,0,0]}},
             {"by":{"category":"span"},"series":{"sum(quantity)":[0,3,0]}},{"by":{"category":"uptime"},"series":{"sum(quantity)":[0,0,1]}}]}
            """);

        Assert.Equal(
            (true, true, Start.AddYears(-1), Day(3)),
            (features["errors"].InUse, features["errors"].EverUsed, features["errors"].FirstEvidence, features["errors"].LastEvidence));
        Assert.Equal(
            (true, true, Day(2), Day(2)),
            (
                features["transactions"].InUse,
                features["transactions"].EverUsed,
                features["transactions"].FirstEvidence,
                features["transactions"].LastEvidence));
        // Replays were used once, and are not now.
        Assert.Equal((false, true, null), (features["replays"].InUse, features["replays"].EverUsed, features["replays"].LastEvidence));
        Assert.Equal((false, false), (features["logs"].InUse, features["logs"].EverUsed));
        Assert.Equal((true, true), (features["uptime"].InUse, features["uptime"].EverUsed));
        Assert.Equal(
            ("firstEvent, stats_v2 error", "stats_v2 span", "hasReplays, stats_v2 replay", "hasLogs"),
            (features["errors"].Source, features["transactions"].Source, features["replays"].Source, features["logs"].Source));
    }

    [Fact]
    public async Task What_Sentry_does_not_report_is_unknown()
    {
        var features = await Features(Estate.Project("7", "web"), """{"intervals":["2026-08-01T00:00:00Z"],"groups":[]}""");

        Assert.Equal((null, null, null), (features["uptime"].InUse, features["uptime"].EverUsed, features["uptime"].Source));
        Assert.Equal((null, null), (features["sessions"].InUse, features["sessions"].EverUsed));
        Assert.Equal((false, null, null), (features["crons"].InUse, features["crons"].EverUsed, features["crons"].FirstEvidence));
    }

    [Fact]
    public async Task A_project_that_may_not_be_seen_does_not_hide_the_products_of_the_others()
    {
        var transport = new FakeTransport().On(Stats, request => [request.Value("project") == "3" ? 403 : """{"groups":[]}"""]);

        var results = await Estate
            .Api(transport)
            .FeatureUsage.ListAsync(
                Estate.Acme,
                [Estate.Project("3", "web"), Estate.Project("4", "api")],
                new DateWindow(Start, Start.AddDays(2)),
                default)
            .ToListAsync();

        Assert.Equal(
            ["api 9 ", "web 0 SentryForbidden"],
            results.Select(result => $"{result.Project} {result.Features.Count} {result.Refusal?.ErrorId}"));
    }

    [Fact]
    public async Task Without_any_series_nothing_is_concluded_from_their_absence()
    {
        var features = await Features(Estate.Project("7", "web"), """{"groups":[]}""");

        Assert.All(features.Values.Where(feature => feature.Feature != "errors"), feature => Assert.Null(feature.InUse));
    }

    [Fact]
    public async Task Of_a_day_that_is_partly_in_the_window_only_those_hours_count()
    {
        // Each day has replays in its first hour and errors in its last.
        static string Answer(SentryRequest request) => request.Value("interval") == "24h"
            ? """
              {"intervals":["2026-08-01T00:00:00Z","2026-08-02T00:00:00Z","2026-08-03T00:00:00Z"],"groups":[
               {"by":{"category":"replay"},"series":{"sum(quantity)":[1,0,1]}},
               {"by":{"category":"error"},"series":{"sum(quantity)":[1,0,1]}}]}
              """
            : request.Value("start") == "2026-08-01T06:00:00Z"
                ? """
                  {"intervals":["2026-08-01T06:00:00Z","2026-08-01T23:00:00Z"],
                   "groups":[{"by":{"category":"error"},"series":{"sum(quantity)":[0,1]}}]}
                  """
                : """
                  {"intervals":["2026-08-03T00:00:00Z","2026-08-03T05:00:00Z"],
                   "groups":[{"by":{"category":"replay"},"series":{"sum(quantity)":[1,0]}}]}
                  """;
        var transport = new FakeTransport()
            .On(Stats, request => [request.Value("project") is null ? """{"groups":[]}""" : Answer(request)]);

        var features = await Features(transport, new DateWindow(Start.AddHours(6), Start.AddDays(2).AddHours(6)));

        Assert.Equal((Start.AddHours(23), Start.AddHours(23)), (features["errors"].FirstEvidence, features["errors"].LastEvidence));
        Assert.Equal((Start.AddDays(2), Start.AddDays(2)), (features["replays"].FirstEvidence, features["replays"].LastEvidence));
        Assert.Equal(
            ["2026-08-01T06:00:00Z 2026-08-02T00:00:00Z", "2026-08-03T00:00:00Z 2026-08-03T06:00:00Z"],
            transport.Requests
                .Where(request => request.Value("project") is not null && request.Value("interval") == "1h")
                .Select(request => $"{request.Value("start")} {request.Value("end")}"));
    }

    [Theory]
    [InlineData(48, 6)] // without data at the edges
    [InlineData(24, 0)] // whole days
    public async Task Hours_are_read_only_where_a_day_is_partly_in_the_window_and_had_data(int length, int offset)
    {
        var transport = new FakeTransport().On(Stats, """
            {"intervals":["2026-08-02T00:00:00Z"],"groups":[{"by":{"category":"error"},"series":{"sum(quantity)":[1]}}]}
            """);

        await Features(transport, new DateWindow(Start.AddHours(offset), Start.AddHours(offset + length)));

        Assert.Single(transport.Requests, request => request.Value("project") is not null);
    }

    [Fact]
    public async Task A_product_whose_data_this_Sentry_does_not_count_is_unknown()
    {
        var transport = new FakeTransport().On(Stats, request =>
        [
            request.Value("category") is "log_item" or "log_byte" or "replay"
                ? 400
                : """{"intervals":["2026-08-01T00:00:00Z"],"groups":[]}""",
        ]);

        var features = await Features(transport, new DateWindow(Start, Start.AddDays(2)));

        Assert.Equal((null, null, false), (features["logs"].InUse, features["replays"].InUse, features["crons"].InUse));
    }

    [Fact]
    public async Task Whether_a_kind_of_data_is_counted_is_asked_once_for_all_projects()
    {
        var transport = new FakeTransport().On(Stats, """{"intervals":["2026-08-01T00:00:00Z"],"groups":[]}""");

        await Estate.Api(transport).FeatureUsage
            .ListAsync(
                Estate.Acme,
                Enumerable.Range(1, 30).Select(id => Estate.Project($"{id}", $"p{id}")),
                new DateWindow(Start, Start.AddDays(2)),
                default)
            .ToListAsync();

        var asked = transport.Requests.Where(request => request.Value("project") is null).Select(request => request.Value("category"));
        Assert.Equal(["error", "feedback", "log_item", "monitor", "profile", "replay", "transaction"], asked.Order());
    }

    private static Task<Dictionary<string, SentryFeatureUsage>> Features(SentryProject project, string json) =>
        Features(new FakeTransport().On(Stats, json), new DateWindow(Start, Start.AddDays(2)), project);

    private static async Task<Dictionary<string, SentryFeatureUsage>> Features(
        FakeTransport transport, DateWindow window, SentryProject? project = null)
    {
        var result = await Estate
            .Api(transport)
            .FeatureUsage.ListAsync(Estate.Acme, [project ?? Estate.Project("7", "web")], window, default)
            .SingleAsync();
        return result.Features.ToDictionary(feature => feature.Feature, StringComparer.Ordinal);
    }

    private static DateTimeOffset Day(int day) => new(2026, 8, day, 0, 0, 0, TimeSpan.Zero);
}
