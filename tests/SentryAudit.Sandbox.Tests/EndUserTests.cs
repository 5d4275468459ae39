using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class EndUserTests : SandboxTest
{
    private const string Users = "projects/acme/web-frontend/users/";
    private readonly ManualClock _clock = new();

    protected override SandboxOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task There_are_pages_of_users_and_most_of_what_is_known_may_be_null()
    {
        var first = await Api.GetAsync(Users);
        var second = await Api.GetAsync(Users + "?cursor=" + first.Link("next").Cursor);

        Assert.Equal((100, 20), (first.Json.GetArrayLength(), second.Json.GetArrayLength()));
        Assert.Equal(120, first.All("hash").Concat(second.All("hash")).Distinct(StringComparer.Ordinal).Count());
        foreach (var property in new[] { "id", "email", "username", "name", "ipAddress" })
        {
            Assert.Contains("", first.All(property));
        }
    }

    [Fact]
    public async Task A_query_needs_a_field()
    {
        var email = (await Api.GetAsync(Users)).All("email")[0];

        Assert.Equal(email, Assert.Single((await Api.GetAsync(Users + "?query=email:" + email)).All("email")));
        Assert.Equal("[]", (await Api.GetAsync(Users + "?query=" + email)).Text);
        Assert.Equal("[]", (await Api.GetAsync(Users + "?query=colour:red")).Text);
    }

    [Fact]
    public async Task An_organization_may_ask_five_times_a_minute_whoever_asks_and_whatever_project()
    {
        using var integration = As(Server.CreateToken(SandboxTokenKind.Integration, "project:read"));
        for (var request = 0; request < 5; request++)
        {
            var api = request % 2 == 0 ? Api : integration;
            Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"projects/acme/{Acme.Projects[request].Slug}/users/")).Status);
        }

        var sixth = await integration.GetAsync(Users);
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Status);
        Assert.Equal("You are attempting to use this endpoint too frequently. Limit is 5 requests in 60 seconds", sixth.Detail);
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("projects/globex/web-frontend/users/")).Status);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Api.GetAsync(Users)).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(Users)).Status);
    }

    [Theory]
    [InlineData("projects/acme/web-frontend/stats/")]
    [InlineData("teams/acme/backend/stats/")]
    public async Task Older_counts_may_be_asked_five_times_a_second(string path)
    {
        for (var request = 0; request < 5; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Api.GetAsync(path)).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Feedback_hides_what_is_settled_unless_asked_and_may_know_neither_user_nor_issue()
    {
        Acme.UserReports[0].Issue!.Status = "resolved";
        var path = $"projects/acme/{Acme.UserReports[0].Project.Slug}/user-feedback/";
        var open = await Api.GetAsync(path);
        var all = await Api.GetAsync(path + "?status=");
        var one = await Api.GetAsync(path + "?status=&per_page=5");
        var two = await Api.GetAsync(path + "?status=&per_page=5&cursor=" + one.Link("next").Cursor);

        Assert.Equal(12, all.Json.GetArrayLength());
        Assert.True(open.Json.GetArrayLength() < 12);
        Assert.DoesNotContain(Acme.UserReports[0].Id, open.All("id"));
        Assert.Equal(all.All("id").Take(10), [.. one.All("id"), .. two.All("id")]);
        Assert.Contains("", all.All("user"));
        Assert.Contains("", all.All("issue"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync(path + "?status=happy")).Status);
    }

    [Fact]
    public async Task Two_hundred_thousand_users_start_no_slower()
    {
        await using var large = await SandboxServer.StartAsync(new() { ProjectUsers = 200_000, RateLimits = false });
        using var api = As(large.Token, large.BaseUri);

        var last = await api.GetAsync(Users + "?cursor=100:1999:0");

        Assert.Equal(100, last.Json.GetArrayLength());
        Assert.False(last.Link("next").Results);
    }
}
