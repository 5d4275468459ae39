using SentryAudit.Common.Text;
using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>Authorization code with PKCE: what is asked for, and what is believed of what comes back.</summary>
public sealed class BrowserSignInTests : IDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false });
    private readonly OAuthSite _site = new(OAuthSite.Grant("1"));

    [Fact]
    public void The_page_to_open_names_the_application_and_how_to_come_back()
    {
        using var signIn = SignIn();
        var query = Query(signIn.Address);

        Assert.EndsWith("/oauth/authorize/", signIn.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(
            ("client-1", "code", "org:read team:read", "S256"),
            (query["client_id"], query["response_type"], query["scope"], query["code_challenge_method"]));
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/callback$", query["redirect_uri"]);
        Assert.True(query["state"].Length >= 43);
        Assert.Equal(43, query["code_challenge"].Length);
        Assert.DoesNotContain("verifier", signIn.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_sign_ins_share_anything_random()
    {
        using var one = SignIn();
        using var other = SignIn();

        Assert.NotEqual(Query(one.Address)["state"], Query(other.Address)["state"]);
        Assert.NotEqual(Query(one.Address)["code_challenge"], Query(other.Address)["code_challenge"]);
        Assert.NotEqual(Query(one.Address)["code_challenge"], Query(one.Address)["state"]);
    }

    // The example of RFC 7636, appendix B.
    [Fact]
    public void The_challenge_is_the_one_of_the_standard() =>
        Assert.Equal(
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            Pkce.Challenge(new SecretText("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));

    [Fact]
    public async Task A_code_is_redeemed_with_the_verifier_of_its_challenge()
    {
        using var signIn = SignIn();
        var query = Query(signIn.Address);
        var waiting = signIn.WaitAsync(_site.Observer, default);

        await ReturnAsync(query, $"code=the-code&state={query["state"]}");

        Assert.Equal("access-1", (await waiting).Tokens.Access.Reveal());
        var request = Assert.Single(_site.TokenRequests);
        Assert.Equal(
            ("authorization_code", "the-code", query["redirect_uri"]),
            (OAuthSite.Field(request, "grant_type"), OAuthSite.Field(request, "code"), OAuthSite.Field(request, "redirect_uri")));
        Assert.Equal(query["code_challenge"], Pkce.Challenge(new SecretText(OAuthSite.Field(request, "code_verifier"))));
    }

    [Theory]
    [InlineData("code=c&state=forged", "SentrySignInForged", SentryErrorCategory.SecurityError)]
    [InlineData("code=c", "SentrySignInForged", SentryErrorCategory.SecurityError)]
    [InlineData("error=access_denied&state=forged", "SentrySignInForged", SentryErrorCategory.SecurityError)]
    [InlineData("error=access_denied&state={state}", "SentrySignInDenied", SentryErrorCategory.AuthenticationError)]
    [InlineData("error=invalid_scope&state={state}", "SentrySignInRefused", SentryErrorCategory.AuthenticationError)]
    [InlineData("code=&state={state}", "SentrySignInDenied", SentryErrorCategory.AuthenticationError)]
    public async Task What_does_not_belong_to_it_is_not_used(string result, string id, SentryErrorCategory category)
    {
        using var signIn = SignIn();
        var query = Query(signIn.Address);
        var waiting = signIn.WaitAsync(_site.Observer, default);

        await ReturnAsync(query, result.Replace("{state}", query["state"], StringComparison.Ordinal));

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => waiting);
        Assert.Equal((id, category), (fault.ErrorId, fault.Category));
        Assert.Empty(_site.TokenRequests);
    }

    [Fact]
    public async Task An_error_of_the_address_reaches_the_terminal_clean_and_short()
    {
        using var signIn = SignIn();
        var query = Query(signIn.Address);
        var waiting = signIn.WaitAsync(_site.Observer, default);

        await ReturnAsync(query, $"error=%1b[2J{new string('x', 5000)}&state={query["state"]}");

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => waiting);
        Assert.DoesNotContain("\u001b", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Message.Length < 300);
    }

    [Fact]
    public async Task Nobody_waits_for_ever()
    {
        using var signIn = SignIn();
        _site.Clock.Skip(TimeSpan.FromMinutes(10));

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => signIn.WaitAsync(_site.Observer, default));

        Assert.Equal("SentrySignInExpired", fault.ErrorId);
    }

    public void Dispose() => _browser.Dispose();

    private BrowserSignIn SignIn() => new(_site.Client, ["org:read", "team:read"], _site.Clock);

    private async Task ReturnAsync(Dictionary<string, string> query, string result)
    {
        using var answer = await _browser.GetAsync(new Uri($"{query["redirect_uri"]}?{result}"));
        answer.EnsureSuccessStatusCode();
    }

    private static Dictionary<string, string> Query(Uri address) =>
        address
            .Query[1..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}
