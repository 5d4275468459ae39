using SentryAudit.Common.Text;
using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>Where a kept session stands among the sources of a connection: after parameter and environment, before .sentryclirc.</summary>
public sealed class SessionSourceTests : IDisposable
{
    private readonly SessionFolder _folder = new();
    private readonly OAuthSite _site = new();

    public SessionSourceTests() => Keep("https://sentry.io/", "ann@acme.example");

    [Theory]
    [InlineData("parameter", "env", "near", "parameter")]
    [InlineData(null, "env", "near", "environment variable SENTRY_AUTH_TOKEN")]
    [InlineData(null, null, "near", "stored session of ann@acme.example")]
    [InlineData(null, null, null, "stored session of ann@acme.example")]
    public void The_sources_of_a_token_come_in_this_order(string? parameter, string? environment, string? near, string source)
    {
        var settings = Sources(token: parameter, environment: environment, near: new SentryCliFile("/repo/.sentryclirc", near, null, null))
            .Resolve(_ => { });

        Assert.Equal(source, settings.Source);
        Assert.Equal(source.StartsWith("stored", StringComparison.Ordinal), settings.Session is not null);
    }

    [Fact]
    public void The_session_brings_its_address_and_its_tokens()
    {
        var settings = Sources().Resolve(_ => { });

        Assert.Equal(("https://sentry.io/", "access-1"), (settings.BaseUri.AbsoluteUri, settings.Token.Reveal()));
        Assert.NotNull(settings.Session!.Kept);
    }

    [Theory]
    [InlineData("https://other.example", null)]
    [InlineData("sentry.io", "stored session of ann@acme.example")]
    [InlineData("https://sentry.io/api/0/", "stored session of ann@acme.example")]
    public void A_session_serves_its_own_Sentry_only(string address, string? source)
    {
        var sources = Sources(uri: address);

        if (source is null)
        {
            Assert.Equal("NoSentryToken", Assert.Throws<SentryException>(() => sources.Resolve(_ => { })).ErrorId);
        }
        else
        {
            Assert.Equal(source, sources.Resolve(_ => { }).Source);
        }
    }

    [Fact]
    public void A_file_in_the_current_folder_may_name_the_address_because_a_session_goes_nowhere_else()
    {
        Keep("https://own.example/", "ann@acme.example");

        var settings = Sources(near: new SentryCliFile("/repo/.sentryclirc", null, "https://own.example", null)).Resolve(_ => { });

        Assert.Equal("https://own.example/", settings.BaseUri.AbsoluteUri);
    }

    [Fact]
    public async Task Without_an_address_that_of_sentry_io_is_meant_or_the_only_one()
    {
        Keep("https://own.example/", "ann@acme.example");
        Assert.Equal("https://sentry.io/", Sources().Resolve(_ => { }).BaseUri.AbsoluteUri);

        await _folder.Store.RemoveAsync(
            _folder.Store.List().Single(session => session.BaseUri == SentryAddress.Default),
            _site.Clock,
            default);
        Assert.Equal("https://own.example/", Sources().Resolve(_ => { }).BaseUri.AbsoluteUri);

        Keep("https://third.example/", "ann@acme.example");
        Assert.Equal("AmbiguousSentrySession", Assert.Throws<SentryException>(() => Sources().Resolve(_ => { })).ErrorId);
    }

    [Fact]
    public void Of_several_accounts_one_must_be_named_and_then_wins_over_the_environment()
    {
        Keep("https://sentry.io/", "bob@acme.example");

        var fault = Assert.Throws<SentryException>(() => Sources().Resolve(_ => { }));
        Assert.Equal("AmbiguousSentrySession", fault.ErrorId);
        Assert.Contains("bob@acme.example", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            "stored session of bob@acme.example",
            Sources(account: "BOB@acme.example", environment: "env").Resolve(_ => { }).Source);
        Assert.Equal(
            "SentrySessionNotFound",
            Assert.Throws<SentryException>(() => Sources(account: "eve@acme.example").Resolve(_ => { })).ErrorId);
    }

    [Theory]
    [InlineData("https://sentry.io", " env-id ", "env-id")]
    [InlineData("https://sentry.io", null, "client-1")]
    [InlineData("https://other.example", null, null)]
    public void The_client_id_comes_from_the_environment_or_the_session_kept_for_that_Sentry(
        string address,
        string? environment,
        string? clientId) =>
        Assert.Equal(
            clientId,
            Sources(clientId: environment).FindClientId(SentryAddress.Normalize(new Uri(address), allowInsecure: false)));

    [Fact]
    public void A_sign_in_needs_no_token_but_an_address_its_user_chose()
    {
        var near = new SentryCliFile("/repo/.sentryclirc", null, "https://near.example", "acme");

        Assert.Equal("BorrowedSentryUri", Assert.Throws<SentryException>(() => Sources(near: near).ForSignIn()).ErrorId);
        var settings = Sources(uri: "https://own.example", near: near).ForSignIn();
        Assert.Equal(("https://own.example/", "acme", true), (settings.BaseUri.AbsoluteUri, settings.Organization, settings.Token.IsEmpty));
        Assert.Equal("https://sentry.io/", Sources().ForSignIn().BaseUri.AbsoluteUri);
    }

    public void Dispose() => _folder.Dispose();

    private void Keep(string address, string account) =>
        _folder.Keep(_site.SignedIn() with { BaseUri = new Uri(address), Account = account });

    private ConnectionSources Sources(
        string? token = null,
        string? uri = null,
        string? environment = null,
        string? clientId = null,
        string? account = null,
        SentryCliFile? near = null) =>
        new()
        {
            Token = token is null ? null : new SecretText(token),
            Uri = uri is null ? null : new Uri(uri, UriKind.RelativeOrAbsolute),
            Account = account,
            NearFile = near,
            Sessions = _folder.Store,
            Environment = name =>
                name switch
                {
                    "SENTRY_AUTH_TOKEN" => environment,
                    "SENTRY_CLIENT_ID" => clientId,
                    _ => null,
                },
        };
}
