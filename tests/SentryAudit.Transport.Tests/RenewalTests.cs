using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>A token that changes: asked for at each attempt, renewed once when Sentry refuses it.</summary>
public sealed class RenewalTests
{
    private static readonly StubAnswer Refused = StubAnswer.Json("""{"detail":"Invalid token"}""", 401);
    private static readonly StubAnswer Empty = StubAnswer.Json("[]");

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task A_refused_token_is_renewed_and_the_request_sent_once_more(string method)
    {
        await using var server = new StubServer(Refused, Empty);
        var tokens = new Tokens();
        using var line = new Line(server.BaseUri, tokens: tokens);

        await line.GetAsync(line.Members() with { Method = new HttpMethod(method) });

        Assert.Equal(
            ["Bearer token-1", "Bearer token-2"],
            server.Requests.Select(request => request.Headers["Authorization"]),
            StringComparer.Ordinal);
        Assert.Equal(1, tokens.Renewals);
        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task A_token_refused_again_is_the_error()
    {
        await using var server = new StubServer(Refused);
        var tokens = new Tokens();
        using var line = new Line(server.BaseUri, tokens: tokens);

        Assert.Equal("SentryUnauthorized", (await line.FailAsync()).ErrorId);

        Assert.Equal((2, 1), (server.Requests.Count, tokens.Renewals));
    }

    [Fact]
    public async Task Errors_that_another_token_would_not_change_cause_no_renewal()
    {
        await using var server = new StubServer(StubAnswer.Json("""{"detail":{"code":"2fa-required","message":"x"}}""", 401));
        var tokens = new Tokens();
        using var line = new Line(server.BaseUri, tokens: tokens);

        await line.FailAsync();

        Assert.Equal((1, 0), (server.Requests.Count, tokens.Renewals));
    }

    [Fact]
    public async Task A_fixed_token_is_asked_once()
    {
        await using var server = new StubServer(Refused);
        using var line = new Line(server.BaseUri);

        await line.FailAsync();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Each_attempt_takes_the_token_of_its_moment()
    {
        await using var server = new StubServer(StubAnswer.Empty(503), Empty);
        var tokens = new Tokens { ChangesByItself = true };
        using var line = new Line(server.BaseUri, tokens: tokens);

        await line.GetAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-2"],
            server.Requests.Select(request => request.Headers["Authorization"]),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_the_error()
    {
        await using var server = new StubServer(Refused);
        using var line = new Line(
            server.BaseUri,
            tokens: new Tokens
            {
                Fault = SentryFaults.Closed(
                    new()
                    {
                        Host = server.BaseUri,
                        Endpoint = SignInEndpoints.AccessToken,
                        Path = "",
                    }
                ),
            }
        );

        Assert.Equal("SentryConnectionClosed", (await line.FailAsync()).ErrorId);
    }

    [Fact]
    public void The_token_ends_with_the_transport()
    {
        var tokens = new Tokens();

        new Line(new Uri("http://127.0.0.1:9/"), tokens: tokens).Dispose();

        Assert.True(tokens.IsDisposed);
    }

    private sealed class Tokens : ITokenSource
    {
        private int _number = 1;

        public bool ChangesByItself { get; init; }

        public SentryApiException? Fault { get; init; }

        public int Renewals { get; private set; }

        public bool IsDisposed { get; private set; }

        public ValueTask<SecretText> GetAsync(ITransportObserver observer, CancellationToken cancellationToken) =>
            new(new SecretText($"token-{(ChangesByItself ? _number++ : _number)}"));

        public ValueTask<bool> RenewAsync(SecretText refused, ITransportObserver observer, CancellationToken cancellationToken)
        {
            Renewals++;
            _number++;
            return Fault is null ? new(true) : throw Fault;
        }

        public void Dispose() => IsDisposed = true;
    }
}
