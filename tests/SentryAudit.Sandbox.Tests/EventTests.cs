using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class EventTests : SandboxTest
{
    protected override SandboxOptions Options => new() { RateLimits = false, EventsPerIssue = 5 };

    [Fact]
    public async Task Events_of_an_issue_run_from_latest_to_oldest_and_link_to_each_other()
    {
        var path = $"organizations/acme/issues/{Acme.Issues[0].Id}/events/";
        var list = await Api.GetAsync(path);
        var latest = (await Api.GetAsync(path + "latest/")).Json;
        var second = (await Api.GetAsync($"{path}{list.All("id")[1]}/")).Json;
        var oldest = (await Api.GetAsync(path + "oldest/")).Json;

        Assert.Equal(5, list.Json.GetArrayLength());
        Assert.Equal(list.All("dateCreated").OrderDescending(StringComparer.Ordinal), list.All("dateCreated"));
        Assert.All(list.Json.EnumerateArray(), row => Assert.Equal("error", row.GetProperty("event.type").GetString()));
        Assert.Equal(list.All("id")[0], latest.GetProperty("eventID").GetString());
        Assert.Equal(JsonValueKind.Null, latest.GetProperty("nextEventID").ValueKind);
        Assert.Equal(list.All("id")[0], second.GetProperty("nextEventID").GetString());
        Assert.Equal(list.All("id")[^1], oldest.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, oldest.GetProperty("previousEventID").ValueKind);
    }

    [Fact]
    public async Task Entries_of_every_type_occur_and_one_that_is_unknown()
    {
        var types = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var issue in Acme.Issues.Take(10))
        {
            var latest = await Api.GetAsync($"organizations/acme/issues/{issue.Id}/events/latest/");
            types.UnionWith(latest.Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("type").GetString()));
        }

        Assert.Superset(
            new HashSet<string?>(
                ["exception", "stacktrace", "breadcrumbs", "request", "message", "threads", "spans", "csp", "hologram", "template"],
                StringComparer.Ordinal),
            types);
    }

    [Fact]
    public async Task Users_are_objects_empty_objects_or_null_and_keys_may_be_empty()
    {
        var list = await Api.GetAsync("projects/acme/web-frontend/events/?full=1");
        var users = list.Json.EnumerateArray().Select(row => row.GetProperty("user").GetRawText()).ToList();

        Assert.Contains("null", users);
        Assert.Contains("{}", users);
        Assert.Contains(users, user => user.Contains("geo", StringComparison.Ordinal));
        Assert.Contains("\"\":", list.Text, StringComparison.Ordinal);
        Assert.True(list.Json[0].TryGetProperty("entries", out _));
    }

    [Fact]
    public async Task An_issue_may_have_outlived_its_events()
    {
        var path = $"organizations/acme/issues/{Acme.Issues[12].Id}/events/";

        Assert.Equal("[]", (await Api.GetAsync(path)).Text);
        var latest = await Api.GetAsync(path + "latest/");
        Assert.Equal(HttpStatusCode.NotFound, latest.Status);
        Assert.StartsWith("Event not found.", latest.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursors_count_rows_and_pages_hold_every_event_once()
    {
        var whole = await Api.GetAsync("projects/acme/web-frontend/events/");
        var first = await Api.GetAsync("projects/acme/web-frontend/events/?per_page=4");
        var second = await Api.GetAsync("projects/acme/web-frontend/events/?per_page=4&cursor=0:4:0");
        var beyond = await Api.GetAsync("projects/acme/web-frontend/events/?cursor=0:9000:0");

        Assert.Equal(("0:4:0", true), first.Link("next"));
        Assert.Equal(("0:0:1", true), second.Link("previous"));
        Assert.Equal(whole.All("id").Take(8), [.. first.All("id"), .. second.All("id")]);
        Assert.Equal(whole.All("dateCreated").OrderDescending(StringComparer.Ordinal), whole.All("dateCreated"));
        Assert.Equal(("[]", false), (beyond.Text, beyond.Link("next").Results));
    }

    [Fact]
    public async Task An_event_belongs_to_one_issue_and_one_project()
    {
        var mine = Acme.Issues.First(issue => issue.Project.Slug == "gateway");
        var id = (await Api.GetAsync($"organizations/acme/issues/{mine.Id}/events/")).All("id")[0];

        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync($"projects/acme/gateway/events/{id}/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"projects/acme/search/events/{id}/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"projects/acme/gateway/events/{new string('a', 32)}/")).Status);
        var other = Acme.Issues.First(issue => issue != mine);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"organizations/acme/issues/{other.Id}/events/{id}/")).Status);
    }

    [Fact]
    public async Task Windows_environments_and_queries_narrow_events()
    {
        var issue = Acme.Issues[0];
        var path = $"organizations/acme/issues/{issue.Id}/events/";
        var end = Uri.EscapeDataString(issue.LastSeen.ToString("o"));
        var before = await Api.GetAsync($"{path}?start=2020-01-01&end={end}");
        var environment = await Api.GetAsync(path + "?environment=" + issue.Environments[0]);

        Assert.Equal(4, before.Json.GetArrayLength());
        Assert.InRange(environment.Json.GetArrayLength(), 1, 5);
        Assert.Equal("[]", (await Api.GetAsync(path + "?query=level:debug")).Text);
    }
}
