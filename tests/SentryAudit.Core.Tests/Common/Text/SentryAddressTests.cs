using SentryAudit.Common.Text;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class SentryAddressTests
{
    [Theory]
    [InlineData("https://sentry.example.com", "https://sentry.example.com/")]
    [InlineData("HTTPS://Sentry.Example.com/", "https://sentry.example.com/")]
    [InlineData("sentry.example.com", "https://sentry.example.com/")]
    [InlineData("sentry.example.com:9000", "https://sentry.example.com:9000/")]
    [InlineData(" https://sentry.example.com ", "https://sentry.example.com/")]
    [InlineData("https://sentry.example.com:443", "https://sentry.example.com/")]
    [InlineData("https://sentry.example.com/api/0", "https://sentry.example.com/")]
    [InlineData("https://sentry.example.com/api/0/", "https://sentry.example.com/")]
    [InlineData("https://example.com/tools/sentry", "https://example.com/tools/sentry/")]
    [InlineData("https://example.com/tools/sentry/api/0/", "https://example.com/tools/sentry/")]
    [InlineData("https://example.com//", "https://example.com/")]
    [InlineData("https://tools.example.com/a/b/api/0", "https://tools.example.com/a/b/")]
    [InlineData("https://[2001:db8::1]:9000", "https://[2001:db8::1]:9000/")]
    [InlineData("https://bücher.example", "https://bücher.example/")]
    [InlineData("https://secret-tokens.example.com:9000/api-key/", "https://secret-tokens.example.com:9000/api-key/")]
    public void What_people_write_becomes_a_base_address(string written, string address) =>
        Assert.Equal(new Uri(address), SentryAddress.Normalize(new Uri(written, UriKind.RelativeOrAbsolute), allowInsecure: false));

    [Theory]
    [InlineData("http://localhost:9000")]
    [InlineData("http://LOCALHOST")]
    [InlineData("http://127.0.0.1:9000")]
    [InlineData("http://127.8.8.8")]
    [InlineData("http://[::1]:9000")]
    public void Plain_HTTP_is_for_this_machine(string address)
    {
        var loopback = new Uri(address);

        Assert.True(SentryAddress.IsLoopback(loopback));
        Assert.Equal("http", SentryAddress.Normalize(loopback, allowInsecure: false).Scheme);
    }

    [Theory]
    [InlineData("http://sentry.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://[2001:db8::1]")]
    public void Plain_HTTP_elsewhere_is_refused_unless_allowed(string address)
    {
        var fault = Assert.Throws<SentryException>(() => SentryAddress.Normalize(new Uri(address), allowInsecure: false));

        Assert.Equal(("InvalidSentryUri", SentryErrorCategory.InvalidArgument), (fault.ErrorId, fault.Category));
        Assert.Contains("-AllowInsecure", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(new Uri(address), SentryAddress.Normalize(new Uri(address), allowInsecure: true));
    }

    [Theory]
    [InlineData("ftp://sentry.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript://sentry.example.com")]
    [InlineData("two words")]
    [InlineData("/etc/passwd")]
    public void What_is_no_web_address_is_refused_whatever_is_allowed(string address) =>
        Assert.Equal(
            "InvalidSentryUri",
            Assert
                .Throws<SentryException>(() => SentryAddress.Normalize(new Uri(address, UriKind.RelativeOrAbsolute), allowInsecure: true))
                .ErrorId);

    [Theory]
    [InlineData("https://sentry.example.com/?a=1")]
    [InlineData("https://sentry.example.com/#b")]
    [InlineData("https://sentry.example.com/organizations/acme/issues/?project=1&statsPeriod=14d")]
    [InlineData("https://sentry.example.com/settings/account/api/auth-tokens/")]
    [InlineData("sentry.example.com/auth/login/acme/")]
    [InlineData("https://sentry.example.com/api/0/organizations/acme/members/")]
    public void The_address_of_a_page_is_refused_and_shortened(string address)
    {
        var fault = Assert.Throws<SentryException>(() =>
            SentryAddress.Normalize(new Uri(address, UriKind.RelativeOrAbsolute), allowInsecure: false));

        Assert.Equal(("InvalidSentryUri", SentryErrorCategory.InvalidArgument), (fault.ErrorId, fault.Category));
        Assert.Equal("Give https://sentry.example.com/ alone.", fault.RecommendedAction);
        Assert.DoesNotContain("acme", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_below_a_prefix_keeps_the_prefix()
    {
        var page = new Uri("https://example.com/tools/sentry/organizations/acme/");

        var fault = Assert.Throws<SentryException>(() => SentryAddress.Normalize(page, allowInsecure: false));

        Assert.Equal("Give https://example.com/tools/sentry/ alone.", fault.RecommendedAction);
    }

    [Theory]
    [InlineData("https://sentry.example.com/?token=s3cret-s3cret")]
    [InlineData("https://sentry.example.com/sntryu_s3cret0123456789")]
    [InlineData("sntryu_s3cret0123456789")]
    [InlineData("https://sntryu_s3cret0123456789.example.com")]
    [InlineData("https://sentry.example.com/#access_token=s3cret")]
    [InlineData("not an address, sntryu_s3cret0123456789")]
    [InlineData("ftp://x/?api_key=s3cret")]
    [InlineData("https://ann:s3cret@sentry.example.com")]
    [InlineData("https://s3cret@sentry.example.com")]
    [InlineData("s3cret@sentry.example.com")]
    [InlineData("ftp://ann:s3cret@sentry.example.com")]
    public void Credentials_in_an_address_are_refused_and_not_repeated(string address)
    {
        var fault = Assert.Throws<SentryException>(() =>
            SentryAddress.Normalize(new Uri(address, UriKind.RelativeOrAbsolute), allowInsecure: true));

        Assert.Equal("InvalidSentryUri", fault.ErrorId);
        Assert.DoesNotContain("s3cret", fault.ToString() + fault.RecommendedAction, StringComparison.Ordinal);
    }
}
