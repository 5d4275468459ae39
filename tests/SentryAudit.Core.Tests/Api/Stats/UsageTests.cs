using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Stats;

public sealed class UsageTests
{
    private const string Summary = "organizations/acme/stats-summary/";
    private const string Stats = "organizations/acme/stats_v2/";
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 20, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_field_of_the_summary_is_mapped()
    {
        var transport = new FakeTransport().On(Summary, """
            {"projects":[{"id":7,"slug":"web","stats":[{"category":"error",
             "outcomes":{"accepted":1,"filtered":2,"rate_limited":"3","invalid":4,"abuse":5,"client_discard":6,"cardinality_limited":7},
             "totals":{"dropped":9}}]}]}
            """);

        var usage = Assert.Single(await List(transport, TimeSpan.FromHours(2)));

        Assert.Equal(("web", "7", "error", "acme"), (usage.ProjectSlug, usage.ProjectId, usage.Category, usage.OrganizationSlug));
        Assert.Equal((1L, 2L, 3L, 4L), (usage.Accepted, usage.Filtered, usage.RateLimited, usage.Invalid));
        Assert.Equal((5L, 6L, 7L), (usage.Abuse, usage.ClientDiscard, usage.CardinalityLimited));
        Assert.Equal(
            (new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 8, 1, 3, 0, 0, TimeSpan.Zero)),
            (usage.WindowStart, usage.WindowEnd));
        Assert.Equal(
            "field=sum(quantity)&start=2026-08-01T00:00:00Z&end=2026-08-01T03:00:00Z&interval=1h&project=7",
            transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task An_outcome_that_Sentry_leaves_out_is_unknown_even_in_a_sum()
    {
        var parts = new Queue<Canned>([
            """{"projects":[{"id":"7","slug":"web","stats":[{"category":"error","outcomes":{"accepted":1,"filtered":2}}]}]}""",
            """{"projects":[{"id":"7","slug":"web","stats":[{"category":"error","outcomes":{"accepted":10}}]}]}"""]);
        var transport = new FakeTransport().On(Summary, _ => [parts.Dequeue()]);

        var usage = Assert.Single(await List(transport, TimeSpan.FromDays(40)));

        Assert.Equal((11L, null, null), (usage.Accepted, usage.Filtered, usage.ClientDiscard));
        Assert.Equal(2, transport.Requests.Count);
        Assert.Equal(transport.Requests.First().Value("end"), transport.Requests.Last().Value("start"));
    }

    [Fact]
    public async Task Without_the_summary_totals_are_asked_for()
    {
        var transport = new FakeTransport().On(Summary, 404).On(Stats, """
            {"groups":[{"by":{"project":7,"category":"error","outcome":"accepted"},"totals":{"sum(quantity)":5}},
             {"by":{"project":7,"category":"error","outcome":"filtered"},"totals":{"sum(quantity)":6}},
             {"by":{"project":7,"category":"span","outcome":"accepted"},"totals":{"sum(quantity)":4}}]}
            """);

        var usages = await List(transport, TimeSpan.FromHours(2));

        Assert.Equal(["web error", "web span"], usages.Select(usage => usage.ToString()));
        Assert.Equal((5L, 6L, 0L, 0L), (usages[0].Accepted, usages[0].Filtered, usages[0].Invalid, usages[0].ClientDiscard));

        // Sentry looks at reach only where the project is the last group.
        Assert.EndsWith(
            "&project=7&groupBy=category&groupBy=outcome&groupBy=project",
            transport.RequestsTo(Stats).Single().QueryText(),
            StringComparison.Ordinal);
    }

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
        var transport = new FakeTransport().On(Stats, request => [request.Value("project") == "3" ? 403 : "{}"]);

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
        var features = await Features(Estate.Project("7", "web"), "{}");

        Assert.All(features.Values.Where(feature => feature.Feature != "errors"), feature => Assert.Null(feature.InUse));
    }

    private static async Task<IReadOnlyList<SentryUsage>> List(FakeTransport transport, TimeSpan length, string? category = null)
    {
        var (rows, refused) = await Estate
            .Api(transport)
            .Usage.ReadAsync(Estate.Acme, [Estate.Project("7", "web")], category, new DateWindow(Start, Start + length), default);
        Assert.Empty(refused);
        return rows;
    }

    private static async Task<Dictionary<string, SentryFeatureUsage>> Features(SentryProject project, string json)
    {
        var result = await Estate
            .Api(new FakeTransport().On(Stats, json))
            .FeatureUsage.ListAsync(Estate.Acme, [project], new DateWindow(Start, Start.AddDays(2)), default)
            .SingleAsync();
        return result.Features.ToDictionary(feature => feature.Feature, StringComparer.Ordinal);
    }

    private static DateTimeOffset Day(int day) => new(2026, 8, day, 0, 0, 0, TimeSpan.Zero);
}
