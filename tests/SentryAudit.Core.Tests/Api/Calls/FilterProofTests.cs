using SentryAudit.Api.Events;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What can't be applied here is proved: a server that gives something for what nothing has ignores the filter.</summary>
public sealed class FilterProofTests
{
    private const string Releases = "organizations/acme/releases/";
    private const string Issues = "organizations/acme/issues/";

    [Theory]
    [InlineData("environment")]
    [InlineData("query")]
    public async Task A_filter_of_releases_that_the_server_ignores_is_refused(string ignored)
    {
        var filter = new ReleaseFilter { Environments = ["prod"], Query = "web" };

        var fault = await Assert.ThrowsAsync<SentryException>(() =>
            ReleasesAsync(Server(Releases, """[{"version":"web@1"}]""", ignored), filter));

        Assert.Equal("SentryFilterIgnored", fault.ErrorId);
        Assert.Contains("-" + ignored, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("environment", "-Environment")]
    [InlineData("query", "-Query")]
    [InlineData("start", "window")]
    public async Task A_filter_of_issues_that_the_server_ignores_is_refused(string ignored, string named)
    {
        var start = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var filter = new IssueFilter { Environments = ["prod"], Query = "level:fatal", Window = new DateWindow(start, start.AddDays(1)) };

        var fault = await Assert.ThrowsAsync<SentryException>(() => IssuesAsync(Server(Issues, """[{"id":"1"}]""", ignored), filter));

        Assert.Equal("SentryFilterIgnored", fault.ErrorId);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_heeded_costs_one_small_request_for_each_filter()
    {
        var transport = Server(Releases, """[{"version":"web@2"},{"version":"web@1"}]""", ignored: null);

        Assert.Equal(2, (await ReleasesAsync(transport, new ReleaseFilter { Environments = ["prod"] })).Count);
        Assert.Equal(["100", "1"], transport.Requests.Select(request => request.Value("per_page")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task A_server_that_refuses_what_nothing_has_heeds_the_filter(int status)
    {
        var transport = new FakeTransport().On(Releases, request => [request.Value("per_page") is "1" ? status : """[{"version":"1"}]"""]);

        Assert.Single(await ReleasesAsync(transport, new ReleaseFilter { Environments = ["prod"] }));
    }

    [Fact]
    public async Task Where_nothing_was_found_nothing_was_widened()
    {
        var transport = new FakeTransport().On(Releases, "[]");

        Assert.Empty(await ReleasesAsync(transport, new ReleaseFilter { Environments = ["prod"], Query = "web" }));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task What_is_applied_here_needs_no_proof()
    {
        var transport = new FakeTransport().On(Issues, """[{"id":"1","status":"resolved"},{"id":"2","status":"ignored"}]""");

        Assert.Single(await IssuesAsync(transport, new IssueFilter { Statuses = ["Resolved"] }));
        Assert.Single(transport.Requests);
    }

    // Gives something for what nothing has where the parameter that asks for it is ignored.
    private static FakeTransport Server(string path, string list, string? ignored)
    {
        string? First(SentryRequest request, string name) => request.Value(name);
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal);
        return new FakeTransport().On(path, request =>
        {
            if (asked.Count == 0)
            {
                Array.ForEach(["environment", "query", "start"], name => asked[name] = First(request, name));
            }

            return [asked.Any(one => First(request, one.Key) != one.Value && one.Key != ignored) ? "[]" : list];
        });
    }

    private static async Task<List<SentryRelease>> ReleasesAsync(FakeTransport transport, ReleaseFilter filter) =>
        await Estate.Api(transport).Releases.ListAsync(Estate.Acme, filter, default).ToListAsync();

    private static async Task<List<SentryIssue>> IssuesAsync(FakeTransport transport, IssueFilter filter) =>
        await Estate.Api(transport).Issues.ListAsync(Estate.Acme, filter, default).ToListAsync();
}
