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
    [InlineData(null, " env ", "near", "home", "env", "environment variable SENTRY_AUTH_TOKEN")]
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
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_token_that_was_given_never_means_somebody_elses(string token)
    {
        var fault = Assert.Throws<SentryException>(() => Resolve(new Given { Token = token, EnvironmentToken = "env" }));

        Assert.Equal(("EmptySentryToken", SentryErrorCategory.InvalidArgument), (fault.ErrorId, fault.Category));
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

    [Fact]
    public void Without_a_token_the_error_says_how_to_get_one()
    {
        var fault = Assert.Throws<SentryException>(() => Resolve(new Given { EnvironmentToken = "", Uri = "https://x" }));

        Assert.Equal(("NoSentryToken", SentryErrorCategory.AuthenticationError), (fault.ErrorId, fault.Category));
        Assert.Contains("Connect-Sentry", fault.RecommendedAction, StringComparison.Ordinal);
    }

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
            MaximumAnswerSize = 7,
            Environment = _ => null,
        }.Resolve(_ => { });

        Assert.Equal((timeout, count), ((int)settings.Timeout.TotalSeconds, settings.MaximumRetryCount));
        Assert.Equal(7, settings.MaximumAnswerSize);
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

    private static ConnectionSettings Resolve(Given given, Action<string>? verbose = null) => given.Resolve(verbose);
}
