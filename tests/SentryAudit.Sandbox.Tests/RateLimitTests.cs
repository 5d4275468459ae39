using System.Globalization;
using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class RateLimitTests : SandboxTest
{
    private const string Members = "organizations/acme/members/";
    private readonly ManualClock _clock = new();

    protected override SandboxOptions Options => new() { RateLimitPerSecond = 3, TimeProvider = _clock };

    [Fact]
    public async Task The_headers_count_down_and_then_the_answer_is_429()
    {
        var first = await Api.GetAsync(Members);
        await Api.GetAsync(Members);
        var third = await Api.GetAsync(Members);
        var fourth = await Api.GetAsync(Members);

        Assert.Equal(("3", "2"), (first.Header("X-Sentry-Rate-Limit-Limit"), first.Header("X-Sentry-Rate-Limit-Remaining")));
        Assert.NotNull(first.Header("X-Sentry-Rate-Limit-ConcurrentLimit"));
        Assert.NotNull(first.Header("X-Sentry-Rate-Limit-ConcurrentRemaining"));
        Assert.Equal((HttpStatusCode.OK, "0"), (third.Status, third.Header("X-Sentry-Rate-Limit-Remaining")));
        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.Status);
        Assert.Equal("You are attempting to use this endpoint too frequently. Limit is 3 requests in 1 seconds", fourth.Detail);
        var nextSecond = _clock.GetUtcNow().ToUnixTimeSeconds() + 1;
        Assert.Equal(nextSecond.ToString(CultureInfo.InvariantCulture), fourth.Header("X-Sentry-Rate-Limit-Reset"));
        Assert.Null(fourth.Header("Retry-After"));
    }

    [Fact]
    public async Task A_new_second_is_a_new_window()
    {
        await ExhaustAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(Members)).Status);
    }

    [Fact]
    public async Task Another_token_of_the_same_person_shares_the_limit_and_another_endpoint_or_caller_does_not()
    {
        await ExhaustAsync();
        using var sameperson = As(Server.CreateToken(SandboxTokenKind.OAuth, "member:read"));
        using var integration = As(Server.CreateToken(SandboxTokenKind.Integration, "member:read"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await sameperson.GetAsync(Members)).Status);
        Assert.Equal(HttpStatusCode.OK, (await integration.GetAsync(Members)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("organizations/acme/teams/")).Status);
    }

    private async Task ExhaustAsync()
    {
        for (var request = 0; request < 4; request++)
        {
            await Api.GetAsync(Members);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Api.GetAsync(Members)).Status);
    }
}
