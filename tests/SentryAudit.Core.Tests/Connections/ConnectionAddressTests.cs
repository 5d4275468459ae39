using SentryAudit.Common.Text;
using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.Connections;

/// <summary>Which address a token may be sent to.</summary>
public sealed class ConnectionAddressTests
{
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

    private static ConnectionSettings Resolve(Given given) => given.Resolve();
}
