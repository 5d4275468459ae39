using SentryAudit.Common.Text;
using SentryAudit.Sandbox;
using SentryAudit.SignIn;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>What a sign-in sends: forms, without a token, outside the API, and never twice by itself.</summary>
public sealed class FormTests
{
    private const string Secret = "refresh-secret-do-not-show";

    [Fact]
    public async Task A_form_goes_out_as_one_and_brings_no_token()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false });
        using var line = new Line(server.BaseUri);

        var code = await Client(line, server.BaseUri, SandboxOAuth.ClientId)
            .RequestDeviceCodeAsync(["org:read", "team:read"], line.Observer, default);

        Assert.Matches("^[A-Z]{4}-[A-Z]{4}$", code.UserCode);
        var request = Assert.Single(server.Requests);
        Assert.Equal("/oauth/device/code/", request.Path);
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.Empty(request.Query);
    }

    [Fact]
    public async Task A_path_prefix_of_a_self_hosted_Sentry_is_kept()
    {
        await using var server = new StubServer(StubAnswer.Json("{}"));
        using var line = new Line(new Uri(server.BaseUri, "prefix/"));

        await Assert.ThrowsAsync<SentryApiException>(() => RefreshAsync(line, new Uri(server.BaseUri, "prefix/")));

        Assert.Equal("/prefix/oauth/token/", server.Requests.Single().Target);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(401)]
    public async Task A_failed_form_is_not_sent_again(int status)
    {
        await using var server = new StubServer(StubAnswer.Empty(status));
        using var line = new Line(server.BaseUri);

        await Assert.ThrowsAsync<SentryApiException>(() => RefreshAsync(line, server.BaseUri));

        Assert.Single(server.Requests);
        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task A_form_whose_answer_was_lost_is_not_sent_again()
    {
        await using var server = new StubServer(StubAnswer.Empty(200) with { Reset = true });
        using var line = new Line(server.BaseUri);

        await Assert.ThrowsAsync<SentryApiException>(() => RefreshAsync(line, server.BaseUri));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_was_sent_is_hidden_where_an_answer_repeats_it()
    {
        await using var server = new StubServer(
            StubAnswer.Json($$"""{"error":"invalid_grant","error_description":"refresh_token {{Secret}} of client-1 is unknown"}""", 400));
        using var line = new Line(server.BaseUri);

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => RefreshAsync(line, server.BaseUri));

        Assert.Equal(("invalid_grant", "refresh_token *** of client-1 is unknown"), (fault.Code, fault.Detail));
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.All(line.Observer.Exchanges, exchange => Assert.DoesNotContain(Secret, exchange.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_goes_to_no_other_host()
    {
        await using var server = new StubServer(StubAnswer.Json("{}"));
        using var line = new Line(new Uri("https://sentry.example/"));

        Assert.Equal(
            "SentryUntrustedHost",
            (await Assert.ThrowsAsync<SentryApiException>(() => RefreshAsync(line, server.BaseUri))).ErrorId);
        Assert.Empty(server.Requests);
    }

    private static OAuthClient Client(Line line, Uri home, string clientId = "client-1") =>
        new(line.Transport, home, clientId, clientSecret: null, line.Clock);

    private static Task<TokenGrant> RefreshAsync(Line line, Uri home) =>
        Client(line, home).RefreshAsync(new SecretText(Secret), line.Observer, default);
}
