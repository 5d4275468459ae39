using System.Globalization;
using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class IssueTests : SandboxTest
{
    private const string Issues = "organizations/acme/issues/?project=-1";

    [Fact]
    public async Task Without_a_query_only_unresolved_issues_are_listed_and_feedback_never_unasked()
    {
        var unresolved = await Api.GetAsync(Issues);
        var all = await Api.GetAsync(Issues + "&query=");
        var feedback = await Api.GetAsync(Issues + "&query=issue.category:feedback");

        Assert.All(unresolved.All("status"), status => Assert.Equal("unresolved", status));
        Assert.Equal(Acme.Issues.Count(issue => issue.Category is not "feedback"), all.Json.GetArrayLength());
        Assert.Equal(4, feedback.Json.GetArrayLength());
        Assert.All(feedback.All("issueCategory"), category => Assert.Equal("feedback", category));
        Assert.Contains("contact_email", feedback.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is:resolved")]
    [InlineData("status:ignored")]
    [InlineData("is:archived")]
    [InlineData("is:unresolved is:unassigned")]
    [InlineData("is:assigned level:error")]
    [InlineData("!level:error")]
    [InlineData("level:fatal")]
    [InlineData("issue.category:outage")]
    [InlineData("issue.type:feedback")]
    [InlineData("invalid literal")]
    [InlineData("project:gateway")]
    [InlineData("assigned:none")]
    public async Task Searches_find_what_they_name(string query)
    {
        var found = await Api.GetAsync(Issues + "&query=" + Uri.EscapeDataString(query));

        Assert.InRange(found.Json.GetArrayLength(), 1, 30);
    }

    [Fact]
    public async Task Every_value_must_match_tags_find_nothing_and_nonsense_is_refused()
    {
        Assert.Equal("[]", (await Api.GetAsync(Issues + "&query=is:resolved+is:unresolved")).Text);
        Assert.Equal("[]", (await Api.GetAsync(Issues + "&query=browser:Firefox")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync(Issues + "&query=is:happy")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync(Issues + "&sort=colour")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync(Issues + "&environment=moon")).Status);
        Assert.Equal("invalid limit", (await Api.GetAsync(Issues + "&limit=few")).Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=new")]
    [InlineData("&sort=freq")]
    [InlineData("&sort=user")]
    public async Task Pages_hold_every_issue_once_in_every_order(string sort)
    {
        var whole = await Api.GetAsync(Issues + "&query=" + sort);
        var seen = new List<string>();
        var cursor = "";
        for (var results = true; results;)
        {
            var page = await Api.GetAsync($"{Issues}&query={sort}&limit=7&cursor={cursor}");
            Assert.Equal(whole.Header("X-Hits"), page.Header("X-Hits"));
            seen.AddRange(page.All("id"));
            (cursor, results) = page.Link("next");
        }

        Assert.Equal(whole.All("id"), seen);
        Assert.Equal(seen.Count.ToString(CultureInfo.InvariantCulture), whole.Header("X-Hits"));
        Assert.Equal("1000", whole.Header("X-Max-Hits"));
    }

    [Fact]
    public async Task A_limit_beyond_100_is_clamped()
    {
        await using var large = await SandboxServer.StartAsync(new() { Issues = 200_000, RateLimits = false });
        using var api = As(large.Token, large.BaseUri);

        var page = await api.GetAsync(Issues + "&query=&limit=500");

        Assert.Equal(100, page.Json.GetArrayLength());
        Assert.Equal("1000", page.Header("X-Hits"));
        var last = large.Estate.Organizations[0].Issues[199_999];
        Assert.Equal(last.Title, (await api.GetAsync($"organizations/acme/issues/{last.Id}/")).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Windows_environments_and_projects_narrow_the_list()
    {
        var window = await Api.GetAsync(Issues + "&query=&start=2026-08-20&end=2026-08-25");
        var staging = await Api.GetAsync(Issues + "&query=&environment=staging");
        var gateway = await Api.GetAsync("organizations/acme/issues/?query=&project=gateway");

        Assert.Equal(
            Acme.Issues.Where(issue => issue.Category is not "feedback" && issue.LastSeen >= Day(20) && issue.FirstSeen < Day(25))
                .Select(issue => issue.Id),
            window.All("id"));
        Assert.NotEmpty(staging.All("id"));
        Assert.All(staging.All("id"), id => Assert.Contains("staging", Find(id).Environments));
        Assert.All(gateway.All("id"), id => Assert.Equal("gateway", Find(id).Project.Slug));
    }

    [Fact]
    public async Task Counts_are_text_and_may_exceed_32_bits()
    {
        var counts = (await Api.GetAsync(Issues + "&query=")).Json.EnumerateArray().Select(row => row.GetProperty("count")).ToList();

        Assert.All(counts, count => Assert.Equal(JsonValueKind.String, count.ValueKind));
        Assert.Contains(counts, count => count.GetString() is "3000000000");
    }

    [Fact]
    public async Task Parts_come_and_go_as_asked()
    {
        var plain = (await Api.GetAsync(Issues)).Json[0];
        var short1 = (await Api.GetAsync(Issues + "&collapse=stats&collapse=lifetime&collapse=filtered&expand=owners")).Json[0];

        Assert.True(plain.TryGetProperty("stats", out _));
        Assert.False(plain.TryGetProperty("owners", out _));
        Assert.False(short1.TryGetProperty("stats", out _) || short1.TryGetProperty("lifetime", out _));
        Assert.True(short1.TryGetProperty("owners", out _));
    }

    [Fact]
    public async Task An_issue_is_found_by_both_its_names()
    {
        var issue = Acme.Issues[5];
        var byName = await Api.GetAsync($"organizations/acme/issues/{issue.ShortId}/");
        var looked = await Api.GetAsync($"{Issues}&shortIdLookup=1&query={issue.ShortId}");

        Assert.Equal(issue.Id, byName.Json.GetProperty("id").GetString());
        Assert.Equal(issue.Id, Assert.Single(looked.All("id")));
        Assert.Equal("1", looked.Header("X-Sentry-Direct-Hit"));
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("organizations/acme/issues/1/")).Status);
    }

    [Fact]
    public async Task The_list_of_a_project_is_deprecated_and_knows_few_periods()
    {
        var list = await Api.GetAsync("projects/acme/gateway/issues/?query=");

        Assert.NotEmpty(list.All("id"));
        Assert.NotNull(list.Header("X-Sentry-Deprecation-Date"));
        Assert.Equal("sentry-api-0-organization-group-index", list.Header("X-Sentry-Replacement-Endpoint"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync("projects/acme/gateway/issues/?statsPeriod=30d")).Status);
    }

    private static DateTimeOffset Day(int day) => new(2026, 8, day, 0, 0, 0, TimeSpan.Zero);

    private SandboxIssue Find(string id) => Acme.Issues.Single(issue => issue.Id == id);
}
