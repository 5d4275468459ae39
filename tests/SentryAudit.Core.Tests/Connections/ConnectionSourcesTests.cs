using SentryAudit.Common.Text;
using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.Connections;

/// <summary>
/// Where each value of a connection comes from, by itself: the parameter, then the environment, the near file, the file at home,
/// the token's own claims, the default.
/// </summary>
public sealed class ConnectionSourcesTests
{
    // {"url":"https://claimed.example","org":"claimed"}
    private const string ClaimingToken = "sntrys_eyJ1cmwiOiJodHRwczovL2NsYWltZWQuZXhhbXBsZSIsIm9yZyI6ImNsYWltZWQifQ_secret";

    [Theory]
    [InlineData("parameter", "env", "near", "home", "parameter", "parameter")]
    [InlineData(null, "env", "near", "home", "env", "environment variable SENTRY_AUTH_TOKEN")]
    [InlineData("  ", " env ", "near", "home", "env", "environment variable SENTRY_AUTH_TOKEN")]
    [InlineData(null, " ", "near", "home", "near", "/repo/.sentryclirc")]
    [InlineData(null, null, null, "home", "home", "/home/ann/.sentryclirc")]
    [InlineData(null, "", "", "home", "home", "/home/ann/.sentryclirc")]
    public void The_token_comes_from_the_first_source_that_has_one(
        string? parameter, string? environment, string? near, string? home, string token, string source)
    {
        var settings = Resolve(new Given { Token = parameter, EnvironmentToken = environment, NearToken = near, HomeToken = home });

        Assert.Equal((token, source), (settings.Token.Reveal(), settings.Source));
    }

    [Theory]
    [InlineData("https://parameter", "https://env", "https://near", "https://home", "https://parameter/")]
    [InlineData(null, "https://env", "https://near", "https://home", "https://env/")]
    [InlineData(null, " env.example ", "https://near", "https://home", "https://env.example/")]
    [InlineData(null, null, "https://near", "https://home", "https://near/")]
    [InlineData(null, null, null, "https://home", "https://home/")]
    [InlineData(null, " ", "", "", "https://claimed.example/")]
    public void The_address_comes_from_the_first_source_that_has_one(
        string? parameter, string? environment, string? near, string? home, string address)
    {
        var settings = Resolve(
            new Given
            {
                NearToken = ClaimingToken,
                Uri = parameter,
                EnvironmentUri = environment,
                NearUri = near,
                HomeUri = home,
            }
        );

        Assert.Equal(address, settings.BaseUri.ToString());
    }

    [Fact]
    public void Without_any_address_it_is_sentry_io() =>
        Assert.Equal("https://sentry.io/", Resolve(new Given { Token = "t" }).BaseUri.ToString());

    [Theory]
    [InlineData("parameter", "env", "near", "home", "parameter")]
    [InlineData(null, " env ", "near", "home", "env")]
    [InlineData("", " ", "near", "home", "near")]
    [InlineData(null, null, null, "home", "home")]
    [InlineData(null, null, null, null, "claimed")]
    public void The_organization_comes_from_the_first_source_that_has_one(
        string? parameter, string? environment, string? near, string? home, string organization)
    {
        var settings = Resolve(
            new Given
            {
                Token = ClaimingToken,
                Uri = "https://x",
                Organization = parameter,
                EnvironmentOrganization = environment,
                NearOrganization = near,
                HomeOrganization = home,
            }
        );

        Assert.Equal(organization, settings.Organization);
    }

    [Fact]
    public void Without_any_organization_there_is_none() => Assert.Null(Resolve(new Given { Token = "t" }).Organization);

    [Theory]
    [InlineData("parameter", null, null)]
    [InlineData(null, "env", null)]
    [InlineData(null, null, "home")]
    public void A_near_file_cannot_borrow_a_token_for_its_own_address(string? parameter, string? environment, string? home)
    {
        var fault = Assert.Throws<SentryException>(() =>
            Resolve(new Given { Token = parameter, EnvironmentToken = environment, HomeToken = home, NearUri = "https://near" }));

        Assert.Equal(("BorrowedSentryUri", SentryErrorCategory.SecurityError), (fault.ErrorId, fault.Category));
    }

    [Fact]
    public void A_near_file_may_name_the_address_for_its_own_token() =>
        Assert.Equal("https://near/", Resolve(new Given { NearToken = "t", NearUri = "https://near" }).BaseUri.ToString());

    [Fact]
    public void The_file_at_home_is_not_foreign_when_it_is_also_the_nearest()
    {
        var home = new SentryCliFile("/home/ann/.sentryclirc", null, "https://own", null);

        var settings = new ConnectionSources
        {
            Token = new SecretText("t"),
            NearFile = home,
            HomeFile = home,
            Environment = _ => null,
        }.Resolve(_ => { });

        Assert.Equal("https://own/", settings.BaseUri.ToString());
    }

    [Fact]
    public void An_address_given_openly_may_get_a_token_from_anywhere() =>
        Assert.Equal(
            "https://env/",
            Resolve(
                new Given
                {
                    HomeToken = "t",
                    NearUri = "https://near",
                    EnvironmentUri = "https://env",
                }
            )
                .BaseUri.ToString());

    [Fact]
    public void Without_a_token_the_error_says_how_to_get_one()
    {
        var fault = Assert.Throws<SentryException>(() => Resolve(new Given { Token = " ", EnvironmentToken = "", Uri = "https://x" }));

        Assert.Equal(("NoSentryToken", SentryErrorCategory.AuthenticationError), (fault.ErrorId, fault.Category));
        Assert.Contains("Connect-Sentry", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://plain.example")]
    [InlineData("ftp://x.example")]
    [InlineData("not an address")]
    [InlineData("https://")]
    [InlineData("http://:9000")]
    public void An_unusable_address_is_refused_wherever_it_comes_from(string address)
    {
        Assert.Equal(
            "InvalidSentryUri",
            Assert.Throws<SentryException>(() => Resolve(new Given { Token = "t", EnvironmentUri = address })).ErrorId);
        Assert.Equal(
            "InvalidSentryUri",
            Assert.Throws<SentryException>(() => Resolve(new Given { NearToken = "t", NearUri = address })).ErrorId);
    }

    [Fact]
    public void A_password_in_an_unusable_address_is_not_repeated()
    {
        var fault = Assert.Throws<SentryException>(() =>
            Resolve(new Given { Token = "t", EnvironmentUri = "https://ann:s3cret@x.example:99999" })
        );

        Assert.Contains("SENTRY_URL", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Insecure_addresses_are_allowed_on_demand() =>
        Assert.Equal(
            "http://plain.example/",
            Resolve(
                new Given
                {
                    Token = "t",
                    EnvironmentUri = "http://plain.example",
                    AllowInsecure = true,
                }
            )
                .BaseUri.ToString());

    [Theory]
    [InlineData(null, null, 30, 5)]
    [InlineData(7, 0, 7, 0)]
    public void Timeout_and_retries_have_defaults(int? seconds, int? retries, int timeout, int count)
    {
        var settings = new ConnectionSources
        {
            Token = new SecretText("t"),
            Timeout = seconds is { } given ? TimeSpan.FromSeconds(given) : null,
            MaximumRetryCount = retries,
            Environment = _ => null,
        }.Resolve(_ => { });

        Assert.Equal((timeout, count), ((int)settings.Timeout.TotalSeconds, settings.MaximumRetryCount));
    }

    [Theory]
    [InlineData("sntryu_0123456789abcdef", null)]
    [InlineData(null, "sntryu_0123456789abcdef")]
    public void Verbose_says_which_source_won_never_the_token(string? parameter, string? near)
    {
        var lines = new List<string>();

        Resolve(new Given { Token = parameter, NearToken = near, HomeUri = "https://home", EnvironmentOrganization = "acme" }, lines.Add);

        var line = Assert.Single(lines);
        Assert.DoesNotContain("0123456789abcdef", line, StringComparison.Ordinal);
        Assert.Contains(parameter is null ? "/repo/.sentryclirc" : "parameter", line, StringComparison.Ordinal);
        Assert.Contains("/home/ann/.sentryclirc", line, StringComparison.Ordinal);
        Assert.Contains("SENTRY_ORG", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_do_not_print_their_token() =>
        Assert.DoesNotContain("sntryu_abc", Resolve(new Given { Token = "sntryu_abc" }).ToString(), StringComparison.Ordinal);

    private static ConnectionSettings Resolve(Given given, Action<string>? verbose = null) => new ConnectionSources
    {
        Token = given.Token is { } token ? new SecretText(token) : null,
        Uri = given.Uri is { } uri ? new Uri(uri) : null,
        Organization = given.Organization,
        AllowInsecure = given.AllowInsecure,
        NearFile = new SentryCliFile("/repo/.sentryclirc", given.NearToken, given.NearUri, given.NearOrganization),
        HomeFile = new SentryCliFile("/home/ann/.sentryclirc", given.HomeToken, given.HomeUri, given.HomeOrganization),
        Environment = name => name switch
        {
            "SENTRY_AUTH_TOKEN" => given.EnvironmentToken,
            "SENTRY_URL" => given.EnvironmentUri,
            "SENTRY_ORG" => given.EnvironmentOrganization,
            _ => null,
        },
    }.Resolve(verbose ?? (_ => { }));

    private sealed record Given
    {
        public string? Token { get; init; }

        public string? EnvironmentToken { get; init; }

        public string? NearToken { get; init; }

        public string? HomeToken { get; init; }

        public string? Uri { get; init; }

        public string? EnvironmentUri { get; init; }

        public string? NearUri { get; init; }

        public string? HomeUri { get; init; }

        public string? Organization { get; init; }

        public string? EnvironmentOrganization { get; init; }

        public string? NearOrganization { get; init; }

        public string? HomeOrganization { get; init; }

        public bool AllowInsecure { get; init; }
    }
}
