using SentryAudit.Api.Stats;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Stats;

public sealed class ProjectGroupTests
{
    private const string Summary = "organizations/acme/stats-summary/";
    private const string Stats = "organizations/acme/stats_v2/";
    private const string NoGroups = """{"intervals":[],"groups":[]}""";
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Projects_are_asked_for_in_groups_that_cannot_reach_the_limit_of_rows()
    {
        var transport = new FakeTransport().On(Summary, request => [Answer(request, categories: 17)]);

        var (rows, refused) = await ReadAsync(transport, 150, days: 1);

        Assert.Equal([30, 40, 40, 40], Sizes(transport));
        Assert.Equal(150 * 17, rows.Count);
        Assert.Empty(refused);
        Assert.True(ProjectGroups<object>.Most * 17 * 7 < 5_000);
    }

    [Fact]
    public async Task An_answer_that_comes_near_the_limit_is_asked_for_again_in_halves()
    {
        var transport = new FakeTransport().On(Summary, request => [Answer(request, categories: 30)]);

        var (rows, _) = await ReadAsync(transport, 40, days: 1);

        Assert.Equal([20, 20, 40], Sizes(transport));
        Assert.Equal(40 * 30, rows.Count);
    }

    [Fact]
    public async Task More_rows_for_one_project_than_Sentry_gives_are_an_error()
    {
        var transport = new FakeTransport().On(Summary, request => [Answer(request, categories: 800)]);

        var error = await Assert.ThrowsAsync<SentryException>(() => ReadAsync(transport, 1, days: 1));

        Assert.Equal("SentryIncompleteCount", error.ErrorId);
    }

    [Fact]
    public async Task Hidden_projects_are_named_and_the_others_are_counted_in_every_part_of_the_window()
    {
        var transport = new FakeTransport()
            .On(Stats, NoGroups)
            .On(Summary, request => [request.Values("project").Intersect(["7", "90"]).Any() ? 403 : Answer(request, categories: 1)]);

        var (rows, refused) = await ReadAsync(transport, 100, days: 70);

        Assert.Equal(["p7", "p90"], refused.Select(one => one.Project.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(98, rows.Count);
        Assert.All(rows, row => Assert.Equal(3, row.Accepted));

        // Whether the token may count at all is asked once, and a refused project never again.
        Assert.Single(transport.RequestsTo(Stats));
        Assert.DoesNotContain(transport.RequestsTo(Summary), IsLaterAndRefused);
    }

    [Fact]
    public async Task A_project_that_is_refused_later_has_no_rows_of_the_time_before()
    {
        var transport = new FakeTransport()
            .On(Stats, NoGroups)
            .On(Summary, request => [request.Value("start") == "2026-08-01T00:00:00Z" ? Answer(request, 1) : 403]);

        var (rows, refused) = await ReadAsync(transport, 1, days: 40);

        Assert.Empty(rows);
        Assert.Equal("p1", refused.Single().Project.Slug);
    }

    [Fact]
    public async Task A_missing_scope_is_one_error_and_is_not_looked_for_project_by_project()
    {
        var transport = new FakeTransport().On(Stats, 403).On(Summary, 403);

        var error = await Assert.ThrowsAsync<SentryApiException>(() => ReadAsync(transport, 40, days: 1));

        Assert.Equal("SentryForbidden", error.ErrorId);
        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task A_Sentry_without_the_summary_is_asked_for_it_once()
    {
        var transport = new FakeTransport().On(Summary, 404).On(Stats, NoGroups);

        await ReadAsync(transport, 3, days: 70);

        Assert.Single(transport.RequestsTo(Summary));
        Assert.Equal(3, transport.RequestsTo(Stats).Count);
    }

    [Theory]
    [InlineData(2, 5, "2 of 5 projects of acme are out of this token's reach: the usage of p1, p2 are unknown.")]
    [InlineData(2, 2, "No project of acme is within reach of this token: the usage of p1, p2 are unknown.")]
    [InlineData(1, 1, "1 of 1 projects of acme are out of this token's reach: the usage of p1 are unknown.")]
    public void Refused_projects_are_one_error_that_names_them(int refused, int asked, string message)
    {
        var fault = new SentryApiException("SentryForbidden", SentryErrorCategory.PermissionDenied, "No.", "Scope.") { Status = 403 };
        RefusedProject[] projects = [.. Projects(refused).Select(project => new RefusedProject(project, fault))];

        var error = StatsFaults.Refused("usage", "acme", projects, asked);

        Assert.Equal(("SentryForbidden", message), (error.ErrorId, error.Message));
        Assert.DoesNotContain("Scope", error.RecommendedAction, StringComparison.Ordinal);
    }

    private static bool IsLaterAndRefused(SentryRequest request) =>
        request.Value("start") != "2026-08-01T00:00:00Z" && request.Values("project").Intersect(["7", "90"]).Any();

    private static IEnumerable<SentryProject> Projects(int count) =>
        Enumerable.Range(1, count).Select(id => Estate.Project($"{id}", $"p{id}"));

    private static IEnumerable<int> Sizes(FakeTransport transport) =>
        transport.Requests.Select(request => request.Values("project").Count).Order();

    private static Task<(IReadOnlyList<SentryUsage> Rows, IReadOnlyList<RefusedProject> Refused)> ReadAsync(
        FakeTransport transport, int projects, int days) =>
        Estate.Api(transport).Usage.ReadAsync(
            Estate.Acme, [.. Projects(projects)], category: null, new DateWindow(Start, Start.AddDays(days)), default);

    private static string Answer(SentryRequest request, int categories)
    {
        var stats = string.Join(',', Enumerable.Range(1, categories).Select(kind =>
            $$$"""{"category":"kind{{{kind}}}","outcomes":{"accepted":1} }"""));
        var projects = request.Values("project").Select(id => $$"""{"id":"{{id}}","slug":"p{{id}}","stats":[{{stats}}] }""");
        return $$"""{"projects":[{{string.Join(',', projects)}}]}""";
    }
}
