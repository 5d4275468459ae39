using System.Net;

namespace SentryAudit.Sandbox.Tests.OAuth;

/// <summary>Sign-in by device code: what the sandbox answers, and what becomes of a code.</summary>
public sealed class DeviceCodeTests : OAuthTest
{
    [Fact]
    public async Task A_device_code_is_as_documented()
    {
        var (status, code) = await PostAsync("oauth/device/code/", ("client_id", SandboxOAuth.ClientId), ("scope", "org:read team:read"));

        Assert.Equal(200, status);
        Assert.Matches("^[0-9a-f]{64}$", (string)code["device_code"]!);
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", (string)code["user_code"]!);
        Assert.Equal($"{Server.BaseUri}oauth/device/", (string)code["verification_uri"]!);
        Assert.Equal((600, 5), ((int)code["expires_in"]!, (int)code["interval"]!));
    }

    [Theory]
    [InlineData("nobody", "org:read", 401, "invalid_client")]
    [InlineData(SandboxOAuth.ClientId, "org:everything", 400, "invalid_scope")]
    public async Task A_device_code_is_refused(string client, string scope, int status, string error)
    {
        var (actual, body) = await PostAsync("oauth/device/code/", ("client_id", client), ("scope", scope));

        Assert.Equal((status, error), (actual, (string)body["error"]!));
    }

    [Fact]
    public async Task An_older_Sentry_has_no_device_codes()
    {
        Server.OAuth.HasDeviceFlow = false;
        using var form = new FormUrlEncodedContent([]);
        using var answer = await Client.PostAsync(new Uri(Server.BaseUri, "oauth/device/code/"), form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_waits_is_slowed_down_approved_and_good_once()
    {
        var (device, user) = await DeviceAsync();

        Assert.Equal("authorization_pending", await RefusalAsync(device));
        Assert.Equal("slow_down", await RefusalAsync(device));
        await DecideAsync(user, "approve");
        Server.OAuth.PollInterval = TimeSpan.Zero;
        var (status, token) = await PollAsync(device);

        Assert.Equal(200, status);
        Assert.Equal(("Bearer", "org:read", 2592000), ((string)token["token_type"]!, (string)token["scope"]!, (int)token["expires_in"]!));
        Assert.Equal("ada.ackerman@acme.example", (string)token["user"]!["email"]!);
        Assert.Equal(HttpStatusCode.OK, await CallAsync((string)token["access_token"]!));
        Assert.Equal("invalid_grant", await RefusalAsync(device));
    }

    [Theory]
    [InlineData("deny", 600, "access_denied")]
    [InlineData(null, 0, "expired_token")]
    public async Task A_code_is_denied_or_expires(string? decision, int life, string error)
    {
        Server.OAuth.CodeLifetime = TimeSpan.FromSeconds(life);
        var (device, user) = await DeviceAsync();
        if (decision is not null)
        {
            await DecideAsync(user, decision);
        }

        Assert.Equal(error, await RefusalAsync(device));
    }
}
