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
    [InlineData("https://sentry.example.com/?a=1#b", "https://sentry.example.com/")]
    [InlineData("https://[2001:db8::1]:9000", "https://[2001:db8::1]:9000/")]
    [InlineData("https://bücher.example", "https://bücher.example/")]
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
