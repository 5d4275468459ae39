using System.Globalization;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class RateLimitWaitTests
{
    // A random part, and for windows the difference of two clocks.
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(276);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("120", 120)]
    public async Task Retry_After_may_be_in_seconds(string header, int seconds) =>
        Assert.InRange(
            await WaitAfter(_ => ("Retry-After", header)),
            TimeSpan.FromSeconds(seconds),
            TimeSpan.FromSeconds(seconds) + Jitter);

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var wait = await WaitAfter(now => ("Retry-After", (now + TimeSpan.FromSeconds(20)).ToString("R", CultureInfo.InvariantCulture)));

        Assert.InRange(wait, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20) + Jitter);
    }

    [Fact]
    public async Task Sentrys_own_limiter_says_when_its_window_ends()
    {
        var wait = await WaitAfter(now =>
            ("X-Sentry-Rate-Limit-Reset", (now.ToUnixTimeSeconds() + 9).ToString(CultureInfo.InvariantCulture)));

        Assert.InRange(wait, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9) + Jitter);
    }

    [Fact]
    public async Task A_window_that_has_ended_still_costs_a_second()
    {
        var wait = await WaitAfter(now => ("X-Sentry-Rate-Limit-Reset", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1) + Jitter);
    }

    [Fact]
    public async Task Who_waited_for_a_reset_does_not_queue_for_it_again()
    {
        const int Rounds = 60;
        Line line = null!;
        await using var server = new StubServer(number =>
            number % 2 == 0
                ? StubAnswer.Json("[]")
                : StubAnswer.Empty(429)
                    .With("X-Sentry-Rate-Limit-Limit", "5")
                    .With("X-Sentry-Rate-Limit-Remaining", "0")
                    .With("X-Sentry-Rate-Limit-Reset", $"{line.Clock.GetUtcNow().ToUnixTimeSeconds() + 9}"));
        using var made = line = new Line(server.BaseUri);

        // The random part of a wait is often shorter than the margin of a window. The clock does not move by itself: no second wait ends.
        for (var round = 0; round < Rounds; round++)
        {
            await line.GetAsync();
        }

        Assert.Equal(Rounds, line.Waits.Count);
    }

    [Fact]
    public async Task Without_any_header_the_wait_is_the_usual_one() =>
        Assert.InRange(await WaitAfter(_ => ("X-Nothing", "1")), TimeSpan.Zero, TimeSpan.FromSeconds(3));

    [Fact]
    public async Task A_clock_that_is_minutes_off_does_not_matter()
    {
        var server = DateTimeOffset.UtcNow.AddMinutes(-10);
        await using var stub = new StubServer(
            StubAnswer.Empty(429)
                .With("Date", server.ToString("R", CultureInfo.InvariantCulture))
                .With("X-Sentry-Rate-Limit-Reset", (server.ToUnixTimeSeconds() + 5).ToString(CultureInfo.InvariantCulture)),
            StubAnswer.Json("[]"));
        using var line = new Line(stub.BaseUri);

        await line.GetAsync();

        Assert.InRange(Assert.Single(line.Waits).Delay, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_wait_beyond_two_minutes_fails_at_once_and_says_when_to_come_back()
    {
        await using var server = new StubServer(StubAnswer.Empty(429).With("Retry-After", "3600"));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal("SentryRateLimited", fault.ErrorId);
        Assert.Equal(SentryErrorCategory.LimitsExceeded, fault.Category);
        var until = (line.Clock.GetUtcNow() + TimeSpan.FromHours(1)).UtcDateTime;
        Assert.Contains(until.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(line.Waits);
    }

    private static async Task<TimeSpan> WaitAfter(Func<DateTimeOffset, (string Name, string Value)> header)
    {
        var now = DateTimeOffset.UtcNow;
        var (name, value) = header(now);
        await using var server = new StubServer(StubAnswer.Empty(429).With(name, value), StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri, clock: new(now));

        await line.GetAsync();

        return Assert.Single(line.Waits).Delay;
    }
}
