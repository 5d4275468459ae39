using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SentryAudit.Sandbox.Tests.OAuth;

/// <summary>A sandbox, and an application that signs people in there.</summary>
public abstract class OAuthTest : IAsyncLifetime
{
    protected const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private const string Redirect = "http://127.0.0.1:49152/callback";

    protected HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    protected SandboxServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false });

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    protected async Task<(string Device, string User)> DeviceAsync()
    {
        var (_, code) = await PostAsync("oauth/device/code/", ("client_id", SandboxOAuth.ClientId), ("scope", "org:read"));
        return ((string)code["device_code"]!, (string)code["user_code"]!);
    }

    protected async Task<JsonNode> TokenAsync()
    {
        var (device, user) = await DeviceAsync();
        await DecideAsync(user, "approve");
        return (await PollAsync(device)).Body;
    }

    protected async Task DecideAsync(string userCode, string decision)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["user_code"] = userCode, ["op"] = decision }
        );
        using var answer = await Client.PostAsync(new Uri(Server.BaseUri, "oauth/device/"), form);
        answer.EnsureSuccessStatusCode();
    }

    protected Task<(int Status, JsonNode Body)> PollAsync(string device) =>
        PostAsync("oauth/token/", ("client_id", SandboxOAuth.ClientId), ("grant_type", DeviceGrant), ("device_code", device));

    protected async Task<string> RefusalAsync(string device) => (string)(await PollAsync(device)).Body["error"]!;

    protected Task<(int Status, JsonNode Body)> RenewAsync(string refresh) =>
        PostAsync("oauth/token/", ("client_id", SandboxOAuth.ClientId), ("grant_type", "refresh_token"), ("refresh_token", refresh));

    protected Task<(int Status, JsonNode Body)> RedeemAsync(string code, string verifier) =>
        PostAsync(
            "oauth/token/",
            ("client_id", SandboxOAuth.ClientId),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", Redirect),
            ("code_verifier", verifier));

    protected async Task<IReadOnlyDictionary<string, string>> AuthorizeAsync(string decision)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["op"] = decision });
        using var answer = await Client.PostAsync(Page(), form);
        return Query(answer.Headers.Location!);
    }

    protected Uri Page((string Name, string? Value)? change = null)
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
            Server.BaseUri,
            "oauth/authorize/?"
                + string.Join(
                    '&',
                    query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}")));
    }

    protected static IReadOnlyDictionary<string, string> Query(Uri address) =>
        address
            .Query[1..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    protected async Task<HttpStatusCode> CallAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseUri, "api/0/organizations/"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Client.SendAsync(request);
        return answer.StatusCode;
    }

    protected async Task<(int Status, JsonNode Body)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Client.PostAsync(new Uri(Server.BaseUri, path), form);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
