using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>RFC 8628 as Sentry plays it: when to ask, when to ask less often, when to stop.</summary>
public sealed class DeviceSignInTests
{
    [Fact]
    public async Task It_asks_until_somebody_has_approved()
    {
        var site = new OAuthSite(
            OAuthSite.Refusal("authorization_pending"),
            OAuthSite.Refusal("authorization_pending"),
            OAuthSite.Grant("1"));

        var grant = await CompleteAsync(site, 5, 5, 5);

        Assert.Equal(("access-1", "ann@acme.example"), (grant.Tokens.Access.Reveal(), grant.Account));
        Assert.Equal(["org:read", "member:read"], grant.Scopes);
        Assert.Equal(3, site.TokenRequests.Count);
        Assert.Equal("device-secret", OAuthSite.Field(site.TokenRequests[0], "device_code"));
        Assert.Equal("urn:ietf:params:oauth:grant-type:device_code", OAuthSite.Field(site.TokenRequests[0], "grant_type"));
    }

    [Fact]
    public async Task It_never_asks_before_the_first_interval_has_passed()
    {
        var site = new OAuthSite(OAuthSite.Grant("1"));
        var code = await Start(site).StartAsync(["org:read"], default);

        var waiting = Start(site).WaitAsync(code, default);
        site.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Empty(site.TokenRequests);
        site.Clock.Advance(TimeSpan.FromSeconds(0.2));

        await waiting;
        Assert.Single(site.TokenRequests);
    }

    [Fact]
    public async Task Slow_down_adds_five_seconds_for_good()
    {
        var site = new OAuthSite(
            OAuthSite.Refusal("slow_down"),
            OAuthSite.Refusal("authorization_pending"),
            OAuthSite.Refusal("slow_down"),
            OAuthSite.Grant("1"));

        await CompleteAsync(site, 5, 10, 10, 15);

        Assert.Equal(4, site.TokenRequests.Count);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task While_no_answer_comes_the_pauses_double(int status)
    {
        var site = new OAuthSite(status, status, OAuthSite.Grant("1"));

        await CompleteAsync(site, 5, 10, 20);

        Assert.Equal(3, site.TokenRequests.Count);
    }

    [Fact]
    public async Task It_stops_when_the_code_has_expired_whether_or_not_Sentry_says_so()
    {
        var site = new OAuthSite([.. Enumerable.Repeat(OAuthSite.Refusal("authorization_pending"), 200)]);

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => CompleteAsync(site, [.. Enumerable.Repeat(5, 120)]));

        Assert.Equal(("SentrySignInExpired", SentryErrorCategory.OperationTimeout), (fault.ErrorId, fault.Category));
        Assert.Equal(119, site.TokenRequests.Count);
    }

    [Theory]
    [InlineData("access_denied", 400, "SentrySignInDenied")]
    [InlineData("expired_token", 400, "SentrySignInExpired")]
    [InlineData("invalid_client", 401, "SentryInvalidClient")]
    [InlineData("invalid_grant", 400, "SentrySignInRejected")]
    [InlineData("unsupported_grant_type", 400, "SentrySignInUnsupported")]
    [InlineData("invalid_request", 400, "SentryBadRequest")]
    [InlineData("something_new", 400, "SentryBadRequest")]
    public async Task Each_refusal_ends_it_with_its_own_error(string error, int status, string id)
    {
        var fault = await Assert.ThrowsAsync<SentryApiException>(() => CompleteAsync(new OAuthSite(OAuthSite.Refusal(error, status)), 5));

        Assert.Equal(id, fault.ErrorId);
        Assert.Equal(error, fault.Code);
        Assert.EndsWith(".", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_client", 401, "SentryInvalidClient")]
    [InlineData("invalid_scope", 400, "SentryInvalidScope")]
    [InlineData("not found", 404, "SentrySignInUnsupported")]
    [InlineData("server_error", 500, "SentryServerError")]
    public async Task Each_refusal_of_a_code_ends_it_with_its_own_error(string error, int status, string id)
    {
        var site = new OAuthSite();
        site.Transport.On("oauth/device/code/", OAuthSite.Refusal(error, status));

        Assert.Equal(id, (await Assert.ThrowsAsync<SentryApiException>(() => Start(site).StartAsync(["org:read"], default))).ErrorId);
    }

    [Fact]
    public async Task It_can_be_stopped_in_the_middle_of_a_pause()
    {
        var site = new OAuthSite();
        var code = await Start(site).StartAsync(["org:read"], default);
        using var stop = new CancellationTokenSource();
        var waiting = Start(site).WaitAsync(code, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(site.TokenRequests);
    }

    [Theory]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":3,"interval":20}""", 3)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":600,"interval":2147483647}""", 600)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":-1,"interval":5}""", 0)]
    public async Task A_pause_is_never_longer_than_the_code_lives(string answer, int wait)
    {
        var site = new OAuthSite();
        site.Transport.On("oauth/device/code/", answer);

        Assert.Equal("SentrySignInExpired", (await Assert.ThrowsAsync<SentryApiException>(() => CompleteAsync(site, wait))).ErrorId);
        Assert.Empty(site.TokenRequests);
    }

    [Fact]
    public async Task Scopes_that_Sentry_does_not_report_are_unknown() =>
        Assert.Null((await CompleteAsync(new OAuthSite("""{"access_token":"a"}"""), 5)).Scopes);

    [Theory]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v"}""", 600, 5)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":"60","interval":0,"":1}""", 60, 5)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":60.0,"interval":7,"new":{}}""", 60, 7)]
    public async Task What_Sentry_leaves_out_is_as_the_standard_says(string answer, int life, int interval)
    {
        var site = new OAuthSite();
        site.Transport.On("oauth/device/code/", answer);

        var code = await Start(site).StartAsync(["a", "b"], default);

        Assert.Equal(
            (TimeSpan.FromSeconds(life), TimeSpan.FromSeconds(interval)),
            (code.ExpiresAt - site.Clock.GetUtcNow(), code.Interval));
        Assert.Equal("a b", OAuthSite.Field(site.Transport.Requests.Single(), "scope"));
        Assert.DoesNotContain(site.Transport.Requests.Single().Form!, field => field.Name == "client_secret");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"device_code":"d","user_code":null,"verification_uri":"v"}""")]
    public async Task Half_an_answer_is_no_answer(string answer)
    {
        var site = new OAuthSite();
        site.Transport.On("oauth/device/code/", answer);

        Assert.Equal(
            "SentryInvalidResponse",
            (await Assert.ThrowsAsync<SentryApiException>(() => Start(site).StartAsync([], default))).ErrorId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"access_token":""}""")]
    public async Task A_grant_without_a_token_is_no_answer(string answer) =>
        Assert.Equal(
            "SentryInvalidResponse",
            (await Assert.ThrowsAsync<SentryApiException>(() => CompleteAsync(new OAuthSite(answer), 5))).ErrorId);

    [Theory]
    [InlineData("""{"access_token":"a","user":null}""", null)]
    [InlineData("""{"access_token":"a","user":{"id":90071992547409931,"email":null}}""", "90071992547409931")]
    [InlineData("""{"access_token":"a","user":{"id":"7","email":"x@y"},"expires_at":"2026-09-01T13:00:05Z"}""", "x@y")]
    public async Task The_account_is_an_address_or_an_id_or_unknown(string answer, string? account)
    {
        var grant = await CompleteAsync(new OAuthSite(answer), 5);

        Assert.Equal(account, grant.Account);
        Assert.Null(grant.Tokens.Refresh);
        Assert.False(grant.Tokens.IsDue(DateTimeOffset.MaxValue));
    }

    private static DeviceSignIn Start(OAuthSite site) => new(site.Client, site.Observer, site.Clock);

    /// <summary>Skips the waits given; one of another length would hang, and fail.</summary>
    private static async Task<TokenGrant> CompleteAsync(OAuthSite site, params int[] waits)
    {
        var code = await Start(site).StartAsync(["org:read"], default);
        foreach (var wait in waits)
        {
            site.Clock.Skip(TimeSpan.FromSeconds(wait));
        }

        return await Start(site).WaitAsync(code, default).WaitAsync(TimeSpan.FromSeconds(20));
    }
}
