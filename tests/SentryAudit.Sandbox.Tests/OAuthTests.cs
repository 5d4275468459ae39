using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SentryAudit.Sandbox.Tests;

/// <summary>Sentry's OAuth side: its answers, its refusals, and what becomes of tokens.</summary>
public sealed class OAuthTests : IAsyncLifetime
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private const string Redirect = "http://127.0.0.1:49152/callback";
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private SandboxServer _server = null!;

    public async Task InitializeAsync() => _server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false });

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_device_code_is_as_documented()
    {
        var (status, code) = await PostAsync("oauth/device/code/", ("client_id", SandboxOAuth.ClientId), ("scope", "org:read team:read"));

        Assert.Equal(200, status);
        Assert.Matches("^[0-9a-f]{64}$", (string)code["device_code"]!);
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", (string)code["user_code"]!);
        Assert.Equal($"{_server.BaseUri}oauth/device/", (string)code["verification_uri"]!);
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
        _server.OAuth.HasDeviceFlow = false;
        using var form = new FormUrlEncodedContent([]);
        using var answer = await _client.PostAsync(new Uri(_server.BaseUri, "oauth/device/code/"), form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_waits_is_slowed_down_approved_and_good_once()
    {
        var (device, user) = await DeviceAsync();

        Assert.Equal("authorization_pending", await RefusalAsync(device));
        Assert.Equal("slow_down", await RefusalAsync(device));
        await DecideAsync(user, "approve");
        _server.OAuth.PollInterval = TimeSpan.Zero;
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
        _server.OAuth.CodeLifetime = TimeSpan.FromSeconds(life);
        var (device, user) = await DeviceAsync();
        if (decision is not null)
        {
            await DecideAsync(user, decision);
        }

        Assert.Equal(error, await RefusalAsync(device));
    }

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
        Assert.Equal(1, _server.OAuth.Renewals);
    }

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
        using var answer = await _client.GetAsync(Page((name, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    public async Task A_request_without_proof_is_refused(string name, string? value, string error)
    {
        using var answer = await _client.GetAsync(Page((name, value)));

        Assert.Equal(error, Query(answer.Headers.Location!)["error"]);
    }

    private async Task<(string Device, string User)> DeviceAsync()
    {
        var (_, code) = await PostAsync("oauth/device/code/", ("client_id", SandboxOAuth.ClientId), ("scope", "org:read"));
        return ((string)code["device_code"]!, (string)code["user_code"]!);
    }

    private async Task<JsonNode> TokenAsync()
    {
        var (device, user) = await DeviceAsync();
        await DecideAsync(user, "approve");
        return (await PollAsync(device)).Body;
    }

    private async Task DecideAsync(string userCode, string decision)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["user_code"] = userCode, ["op"] = decision }
        );
        using var answer = await _client.PostAsync(new Uri(_server.BaseUri, "oauth/device/"), form);
        answer.EnsureSuccessStatusCode();
    }

    private Task<(int Status, JsonNode Body)> PollAsync(string device) =>
        PostAsync("oauth/token/", ("client_id", SandboxOAuth.ClientId), ("grant_type", DeviceGrant), ("device_code", device));

    private async Task<string> RefusalAsync(string device) => (string)(await PollAsync(device)).Body["error"]!;

    private Task<(int Status, JsonNode Body)> RenewAsync(string refresh) =>
        PostAsync("oauth/token/", ("client_id", SandboxOAuth.ClientId), ("grant_type", "refresh_token"), ("refresh_token", refresh));

    private Task<(int Status, JsonNode Body)> RedeemAsync(string code, string verifier) =>
        PostAsync(
            "oauth/token/",
            ("client_id", SandboxOAuth.ClientId),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", Redirect),
            ("code_verifier", verifier));

    private async Task<Dictionary<string, string>> AuthorizeAsync(string decision)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["op"] = decision });
        using var answer = await _client.PostAsync(Page(), form);
        return Query(answer.Headers.Location!);
    }

    private Uri Page((string Name, string? Value)? change = null)
    {
        var challenge = Convert
            .ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = SandboxOAuth.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = "org:read",
            ["state"] = "s t",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        if (change is var (name, value))
        {
            query[name] = value;
        }

        return new Uri(
            _server.BaseUri,
            "oauth/authorize/?"
                + string.Join(
                    '&',
                    query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}")));
    }

    private static Dictionary<string, string> Query(Uri address) =>
        address
            .Query[1..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.BaseUri, "api/0/organizations/"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<(int Status, JsonNode Body)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _client.PostAsync(new Uri(_server.BaseUri, path), form);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
