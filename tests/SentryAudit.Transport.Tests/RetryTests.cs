using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class RetryTests
{
    private static readonly StubAnswer Good = StubAnswer.Json("""[{"id":"1"}]""");

    [Theory]
    [InlineData(408, "Sentry failed (408)")]
    [InlineData(429, "Sentry limits the rate of these requests")]
    [InlineData(502, "Sentry failed (502)")]
    [InlineData(503, "Sentry failed (503)")]
    [InlineData(504, "Sentry failed (504)")]
    public async Task Passing_failures_are_tried_again(int status, string reason)
    {
        await using var server = new StubServer(StubAnswer.Empty(status), StubAnswer.Empty(status), Good);
        using var line = new Line(server.BaseUri);

        var answer = await line.GetAsync();

        Assert.Equal("1", Assert.Single(answer.Value!).Id);
        Assert.Equal(2, line.Waits.Count);
        Assert.All(line.Waits, wait => Assert.Equal((reason, false), (wait.Reason, wait.IsPacing)));
        Assert.Equal([1, 2, 3], line.Observer.Exchanges.Select(exchange => exchange.Attempt));
    }

    [Theory]
    [InlineData(408, "SentryTimeout")]
    [InlineData(429, "SentryRateLimited")]
    [InlineData(502, "SentryServerError")]
    [InlineData(503, "SentryServerError")]
    public async Task Attempts_are_bounded(int status, string id)
    {
        await using var server = new StubServer(StubAnswer.Empty(status));
        using var line = new Line(server.BaseUri, retries: 3);

        var fault = await line.FailAsync();

        Assert.Equal(id, fault.ErrorId);
        Assert.Equal(status, fault.Status);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_breakdown_gets_a_second_try_and_no_third()
    {
        await using var passing = new StubServer(StubAnswer.Empty(500), Good);
        await using var staying = new StubServer(StubAnswer.Empty(500));
        using var first = new Line(passing.BaseUri);
        using var second = new Line(staying.BaseUri);

        await first.GetAsync();
        var fault = await second.FailAsync();

        Assert.Equal("Sentry failed (500)", Assert.Single(first.Waits).Reason);
        Assert.Equal(("SentryServerError", 2), (fault.ErrorId, staying.Requests.Count));
    }

    [Fact]
    public async Task A_breakdown_between_other_failures_is_counted_alone()
    {
        await using var server = new StubServer(StubAnswer.Empty(503), StubAnswer.Empty(500), StubAnswer.Empty(503), Good);
        using var line = new Line(server.BaseUri);

        await line.GetAsync();

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Too_many_at_once_are_not_made_to_wait_for_a_window()
    {
        const string Detail = "You are attempting to go above the allowed concurrency for this endpoint. Concurrency limit is 2";
        await using var server = new StubServer(StubAnswer.Json($"\"{Detail}\"", 429)
            .With("X-Sentry-Rate-Limit-Limit", "40")
            .With("X-Sentry-Rate-Limit-Remaining", "39")
            .With("X-Sentry-Rate-Limit-Reset", $"{DateTimeOffset.UtcNow.AddSeconds(60).ToUnixTimeSeconds()}"));
        using var line = new Line(server.BaseUri, retries: 1);

        var fault = await line.FailAsync();

        Assert.Contains("limits how many of these requests run at once (429)", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Detail, fault.Message, StringComparison.Ordinal);
        Assert.Equal("Sentry limits how many of these requests run at once", Assert.Single(line.Waits).Reason);
        Assert.InRange(line.Waits[0].Delay, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task No_retries_means_one_attempt()
    {
        await using var server = new StubServer(StubAnswer.Empty(503));
        using var line = new Line(server.BaseUri, retries: 0);

        await line.FailAsync();

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(501)]
    public async Task Answers_that_stay_are_not_tried_again(int status)
    {
        await using var server = new StubServer(StubAnswer.Empty(status));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal(status, fault.Status);
        Assert.Single(server.Requests);
        Assert.Empty(line.Waits);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("PUT", 3)]
    [InlineData("DELETE", 3)]
    [InlineData("HEAD", 3)]
    [InlineData("OPTIONS", 3)]
    public async Task Only_verbs_that_can_be_repeated_are(string verb, int attempts)
    {
        await using var server = new StubServer(StubAnswer.Empty(503));
        using var line = new Line(server.BaseUri, retries: 2);

        await line.FailAsync(line.Members() with { Method = new HttpMethod(verb) });

        Assert.Equal(attempts, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(verb, request.Method));
    }

    [Fact]
    public async Task A_rate_limited_POST_is_repeated_because_it_did_nothing()
    {
        await using var server = new StubServer(StubAnswer.Empty(429), Good);
        using var line = new Line(server.BaseUri);

        await line.GetAsync(line.Members() with { Method = HttpMethod.Post });

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_POST_whose_connection_broke_is_not_repeated()
    {
        await using var server = new StubServer(new StubAnswer(200, [], "") { Reset = true });
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync(line.Members() with { Method = HttpMethod.Post });

        Assert.Equal("SentryUnreachable", fault.ErrorId);
        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task Pauses_grow_up_to_half_a_minute()
    {
        await using var server = new StubServer(StubAnswer.Empty(503));
        using var line = new Line(server.BaseUri, retries: 10);

        await line.FailAsync();

        var pauses = line.Waits.Select(wait => wait.Delay).ToArray();
        Assert.Equal(10, pauses.Length);
        Assert.InRange(pauses[0], TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.True(pauses[^1] > TimeSpan.FromSeconds(10), pauses[^1].ToString());
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_maintenance_page_says_when_it_ends_and_is_believed()
    {
        await using var server = new StubServer(StubAnswer.Empty(503).With("Retry-After", "40"), Good);
        using var line = new Line(server.BaseUri);

        await line.GetAsync();

        Assert.InRange(Assert.Single(line.Waits).Delay, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(40.25));
    }

    [Fact]
    public async Task A_long_maintenance_is_not_waited_for()
    {
        await using var server = new StubServer(StubAnswer.Empty(503).With("Retry-After", "3600"));
        using var line = new Line(server.BaseUri);

        Assert.Equal("SentryServerError", (await line.FailAsync()).ErrorId);
        Assert.Single(server.Requests);
    }
}
