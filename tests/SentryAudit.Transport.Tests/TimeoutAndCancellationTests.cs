using System.Diagnostics;
using System.Net;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class TimeoutAndCancellationTests
{
    private static readonly StubAnswer Endless = StubAnswer.Json("""[{"id":"1"}]""") with { Hold = new TaskCompletionSource().Task };
    private static readonly StubAnswer Good = StubAnswer.Json("[]");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_body_that_does_not_end_times_out_and_is_tried_again()
    {
        await using var server = new StubServer(Endless, Endless, Good);
        using var line = new Line(server.BaseUri, attemptTimeout: Limit);

        var answer = line.GetAsync();
        await TimeOutAsync(server, line, attempts: 2);
        await answer;

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, line.Waits.Count);
        Assert.Equal("timed out", line.Observer.Exchanges.First().Outcome);
        Assert.Equal(Limit, line.Observer.Exchanges.First().Duration);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_an_error_that_names_the_limit()
    {
        await using var server = new StubServer(Endless);
        using var line = new Line(server.BaseUri, retries: 1, attemptTimeout: Limit);

        var answer = line.FailAsync();
        await TimeOutAsync(server, line, attempts: 2);
        var fault = await answer;

        Assert.Equal(("SentryTimeout", SentryErrorCategory.OperationTimeout), (fault.ErrorId, fault.Category));
        Assert.Contains("20 s", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_POST_that_timed_out_is_not_repeated()
    {
        await using var server = new StubServer(Endless);
        using var line = new Line(server.BaseUri, attemptTimeout: Limit);

        var answer = line.FailAsync(line.Members() with { Method = HttpMethod.Post });
        await TimeOutAsync(server, line, attempts: 1);

        Assert.Equal("SentryTimeout", (await answer).ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_gets_as_much_time_as_was_given()
    {
        // A hundred seconds of real time, if it were left at its default.
        using var http = RestClientFactory.CreateHttp(new WebProxy());
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);

        var hold = new TaskCompletionSource();
        await using var server = new StubServer(Good with { Hold = hold.Task });
        using var line = new Line(server.BaseUri, attemptTimeout: TimeSpan.FromMinutes(10));

        var answer = line.GetAsync();
        await server.ArrivalAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(9));
        hold.SetResult();

        Assert.Empty((await answer).Value!);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_at_once()
    {
        await using var server = new StubServer(StubAnswer.Empty(500));
        using var line = new Line(server.BaseUri, skips: false);
        using var cancel = new CancellationTokenSource();

        var answer = line.GetAsync(cancellationToken: cancel.Token);
        await line.Observer.NextWaitAsync();

        await AssertEndsAtOnceAsync(answer, cancel);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_a_slow_body_at_once_and_causes_no_retry()
    {
        await using var server = new StubServer(Endless);
        using var line = new Line(server.BaseUri);
        using var cancel = new CancellationTokenSource();

        var answer = line.GetAsync(cancellationToken: cancel.Token);
        await server.ArrivalAsync();

        await AssertEndsAtOnceAsync(answer, cancel);
        Assert.Empty(line.Waits);
        Assert.Equal("cancelled", Assert.Single(line.Observer.Exchanges).Outcome);
    }

    [Fact]
    public async Task Cancelling_ends_the_queue_for_a_rate_limit_at_once()
    {
        await using var server = new StubServer(Endless);
        using var line = new Line(server.BaseUri);
        using var cancel = new CancellationTokenSource();

        var first = line.GetAsync(cancellationToken: cancel.Token);
        await server.ArrivalAsync();
        var queued = line.GetAsync(cancellationToken: cancel.Token);

        await AssertEndsAtOnceAsync(queued, cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await using var server = new StubServer(Good);
        using var line = new Line(server.BaseUri);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            line.GetAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_closed_connection_says_so()
    {
        await using var server = new StubServer(Good);
        var line = new Line(server.BaseUri);
        line.Dispose();
        line.Dispose();

        var fault = await line.FailAsync();

        Assert.Equal("SentryConnectionClosed", fault.ErrorId);
        Assert.Contains("Connect again", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Closing_ends_calls_under_way()
    {
        await using var server = new StubServer(Endless);
        var line = new Line(server.BaseUri);

        var answer = line.FailAsync();
        await server.ArrivalAsync();
        line.Dispose();

        Assert.Equal("SentryConnectionClosed", (await answer.WaitAsync(Line.Limit)).ErrorId);
    }

    [Fact]
    public async Task Closing_ends_waits()
    {
        await using var server = new StubServer(StubAnswer.Empty(500));
        var line = new Line(server.BaseUri, skips: false);

        var answer = line.FailAsync();
        await line.Observer.NextWaitAsync();
        line.Dispose();

        Assert.Equal("SentryConnectionClosed", (await answer.WaitAsync(Line.Limit)).ErrorId);
    }

    // On the manual clock nothing else would ever end these; the limit is generous because the machine is shared.
    private static async Task AssertEndsAtOnceAsync(Task answer, CancellationTokenSource cancel)
    {
        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.WaitAsync(Line.Limit));

        Assert.Equal(cancel.Token, fault.CancellationToken);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
    }

    private static async Task TimeOutAsync(StubServer server, Line line, int attempts)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            await server.ArrivalAsync();
            line.Clock.Advance(Limit);
        }
    }
}
