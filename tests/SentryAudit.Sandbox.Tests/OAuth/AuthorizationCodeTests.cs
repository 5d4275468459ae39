using System.Net;

namespace SentryAudit.Sandbox.Tests.OAuth;

/// <summary>Sign-in by browser: what the consent page takes, and what comes back from it.</summary>
public sealed class AuthorizationCodeTests : OAuthTest
{
    [Theory]
    [InlineData(Verifier, 200)]
    [InlineData("another-verifier", 400)]
    [InlineData("", 400)]
    public async Task A_code_wants_the_verifier_of_its_challenge(string verifier, int status)
    {
        var back = await AuthorizeAsync("approve");
        Assert.Equal("s t", back["state"]);

        Assert.Equal(status, (await RedeemAsync(back["code"], verifier)).Status);
        Assert.Equal(400, (await RedeemAsync(back["code"], Verifier)).Status);
    }

    [Fact]
    public async Task A_denial_goes_back_to_the_application() => Assert.Equal("access_denied", (await AuthorizeAsync("deny"))["error"]);

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1:9/elsewhere")]
    public async Task A_request_that_may_be_forged_goes_back_to_nobody(string name, string value)
    {
        using var answer = await Client.GetAsync(Page((name, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    public async Task A_request_without_proof_is_refused(string name, string? value, string error)
    {
        using var answer = await Client.GetAsync(Page((name, value)));

        Assert.Equal(error, Query(answer.Headers.Location!)["error"]);
    }
}
