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

    [Theory]
    [InlineData(Summary)]
    [InlineData(Stats)]
    public async Task The_category_that_was_asked_for_is_what_stands_there(string endpoint)
    {
        // Sentry answers kinds of errors under one name.
        var transport = endpoint == Summary
            ? new FakeTransport().On(
                Summary, """{"projects":[{"id":7,"slug":"web","stats":[{"category":"error","outcomes":{"accepted":1}}]}]}""")
            : new FakeTransport().On(Summary, 404).On(
                Stats, """{"groups":[{"by":{"project":7,"category":"error","outcome":"accepted"},"totals":{"sum(quantity)":5}}]}""");

        var usage = Assert.Single(await List(transport, TimeSpan.FromHours(2), "security"));

        Assert.Equal("security", usage.Category);
    }

    private static async Task<IReadOnlyList<SentryUsage>> List(FakeTransport transport, TimeSpan length, string? category = null)
    {
        var (rows, refused) = await Estate
            .Api(transport)
            .Usage.ReadAsync(Estate.Acme, [Estate.Project("7", "web")], category, new DateWindow(Start, Start + length), default);
        Assert.Empty(refused);
        return rows;
    }
}
