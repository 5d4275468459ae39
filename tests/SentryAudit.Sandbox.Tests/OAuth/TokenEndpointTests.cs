using System.Net;

namespace SentryAudit.Sandbox.Tests.OAuth;

/// <summary>The token endpoint: its refusals, and what becomes of tokens that are renewed.</summary>
public sealed class TokenEndpointTests : OAuthTest
{
    [Theory]
    [InlineData("grant_type=password", "unsupported_grant_type", 400)]
    [InlineData("grant_type=refresh_token", "invalid_request", 400)]
    [InlineData("grant_type=refresh_token&refresh_token=x&scope=org:read", "invalid_request", 400)]
    [InlineData("grant_type=refresh_token&refresh_token=unknown", "invalid_grant", 400)]
    [InlineData("grant_type=authorization_code&code=unknown", "invalid_grant", 400)]
    [InlineData("grant_type=refresh_token&refresh_token=x&client_secret=wrong", "invalid_client", 401)]
    public async Task The_token_endpoint_refuses_in_OAuths_words(string form, string error, int status)
    {
        var (actual, body) = await PostAsync(
            "oauth/token/",
            [("client_id", SandboxOAuth.ClientId), .. form.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal((status, error), (actual, (string)body["error"]!));
    }

    [Fact]
    public async Task A_renewal_replaces_both_tokens_and_a_second_use_ends_the_session()
    {
        var first = await TokenAsync();

        var (_, second) = await RenewAsync((string)first["refresh_token"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync((string)first["access_token"]!));
        Assert.Equal(HttpStatusCode.OK, await CallAsync((string)second["access_token"]!));

        Assert.Equal(400, (await RenewAsync((string)first["refresh_token"]!)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync((string)second["access_token"]!));
        Assert.Equal(400, (await RenewAsync((string)second["refresh_token"]!)).Status);
        Assert.Equal(1, Server.OAuth.Renewals);
    }
}
