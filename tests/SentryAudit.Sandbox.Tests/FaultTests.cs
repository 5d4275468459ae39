using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    private const string Endpoint = "organizations/{org}/members/";
    private const string Members = "organizations/acme/members/";

    [Fact]
    public async Task A_status_comes_with_the_body_and_headers_given()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Proxy"] = "edge" };
        Server.Faults.On(Endpoint, Fault.Status(503, "busy", "text/plain", headers));
        var answer = await Api.GetAsync(Members);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "busy"), (answer.Status, answer.Text));
        Assert.Equal(("text/plain", "edge"), (answer.Header("Content-Type"), answer.Header("X-Proxy")));
    }

    [Fact]
    public async Task Sentrys_429_has_its_headers_and_no_Retry_After()
    {
        Server.Faults.On(Endpoint, Fault.RateLimited());
        var answer = await Api.GetAsync(Members);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("0", answer.Header("X-Sentry-Rate-Limit-Remaining"));
        Assert.NotNull(answer.Header("X-Sentry-Rate-Limit-Reset"));
        Assert.Null(answer.Header("Retry-After"));
        Assert.Contains("Limit is 40 requests in 1 seconds", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_of_a_proxy_has_only_Retry_After()
    {
        Server.Faults.On(Endpoint, Fault.RetryAfter("7"));
        var answer = await Api.GetAsync(Members);

        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (answer.Status, answer.Header("Retry-After")));
        Assert.Null(answer.Header("X-Sentry-Rate-Limit-Reset"));
    }

    [Fact]
    public async Task A_brownout_is_410_with_the_replacement_named()
    {
        Server.Faults.On("projects/{org}/{project}/rules/", Fault.BrownOut());
        var answer = await Api.GetAsync("projects/acme/search/rules/");

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal("""{"message":"This API no longer exists."}""", answer.Text);
        Assert.NotNull(answer.Header("X-Sentry-Deprecation-Date"));
        Assert.NotNull(answer.Header("X-Sentry-Replacement-Endpoint"));
    }

    [Fact]
    public async Task A_deprecated_endpoint_still_answers()
    {
        Server.Faults.On(Endpoint, Fault.Deprecated(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "something-newer"));
        var answer = await Api.GetAsync(Members);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("2027-01-01T00:00:00+00:00", answer.Header("X-Sentry-Deprecation-Date"));
        Assert.Equal("something-newer", answer.Header("X-Sentry-Replacement-Endpoint"));
        Assert.Equal(25, answer.Json.GetArrayLength());
    }

    [Fact]
    public async Task A_reset_comes_before_or_within_the_answer()
    {
        Server.Faults.On(Endpoint, Fault.Reset(), times: 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => Api.GetAsync(Members));
        Assert.Equal(0, Assert.Single(Server.Requests).Status);

        Server.Faults.On(Endpoint, Fault.ResetMidBody(), times: 1);
        using var response = await Api.GetHeadersAsync(Members);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.CopyToAsync(Stream.Null);
        });

        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(Members)).Status);
    }

    [Fact]
    public async Task Truncated_JSON_is_whole_for_HTTP_only()
    {
        Server.Faults.On(Endpoint, Fault.TruncatedJson());
        var answer = await Api.GetAsync(Members);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Header("Link"));
        Assert.ThrowsAny<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task A_drip_gives_headers_at_once_and_all_the_body_in_the_end()
    {
        Server.Faults.On(Endpoint, Fault.SlowDrip(TimeSpan.FromMilliseconds(1), chunkBytes: 8192));
        using var response = await Api.GetHeadersAsync(Members);

        Assert.Equal(25, JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetArrayLength());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_keeps_waiting_for_a_client_that_left(bool drips)
    {
        Server.Faults.On(Endpoint, drips ? Fault.SlowDrip(TimeSpan.FromHours(1)) : Fault.Delay(TimeSpan.FromHours(1)));
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api.GetAsync(Members, impatient.Token));

        var watch = Stopwatch.StartNew();
        await Server.DisposeAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_delay_ends_in_the_normal_answer()
    {
        Server.Faults.On(Endpoint, Fault.Delay(TimeSpan.FromMilliseconds(20)));
        var watch = Stopwatch.StartNew();

        Assert.Equal(25, (await Api.GetAsync(Members)).Json.GetArrayLength());
        Assert.True(watch.ElapsedMilliseconds >= 15);
    }

    [Fact]
    public async Task HTML_and_empty_and_redirect_are_what_they_say()
    {
        Server.Faults.On(Endpoint, Fault.Html(), times: 1);
        Server.Faults.On(Endpoint, Fault.Empty(204), skip: 1, times: 1);
        Server.Faults.On(Endpoint, Fault.Redirect("https://elsewhere.example/login/"), skip: 2, times: 1);

        var html = await Api.GetAsync(Members);
        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (html.Status, html.Header("Content-Type")));
        var empty = await Api.GetAsync(Members);
        Assert.Equal((HttpStatusCode.NoContent, ""), (empty.Status, empty.Text));
        var redirect = await Api.GetAsync(Members);
        Assert.Equal((HttpStatusCode.Found, "https://elsewhere.example/login/"), (redirect.Status, redirect.Header("Location")));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(Members)).Status);
    }

    [Fact]
    public async Task A_Link_header_can_be_missing()
    {
        Server.Faults.On(Endpoint, Fault.NoLinkHeader());
        var answer = await Api.GetAsync(Members);

        Assert.Null(answer.Header("Link"));
        Assert.Equal(25, answer.Json.GetArrayLength());
    }

    [Fact]
    public async Task Shifting_pages_repeat_rows_of_the_page_before()
    {
        Server.Faults.On(Endpoint, Fault.ShiftPages());
        var first = await Api.GetAsync(Members + "?per_page=10");
        var second = await Api.GetAsync(Members + "?per_page=10&cursor=10:1:0");

        Assert.Equal(Acme.Members.Take(10).Select(member => member.Id), first.All("id"));
        Assert.Equal(first.All("id")[^1], second.All("id")[0]);
    }
}
