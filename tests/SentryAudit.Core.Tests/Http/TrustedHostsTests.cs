using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Http;

public sealed class TrustedHostsTests
{
    [Theory]
    [InlineData("https://sentry.io", "https://us.sentry.io", true)]
    [InlineData("https://sentry.io", "https://us2.sentry.io/", true)]
    [InlineData("https://us.sentry.io", "https://de.sentry.io", true)]
    [InlineData("https://us.sentry.io", "https://sentry.io", true)]
    [InlineData("https://sentry.io", "https://us.sentry.io:8443", false)]
    [InlineData("https://sentry.io", "https://sentry.io:8443", false)]
    [InlineData("https://sentry.io", "http://us.sentry.io", false)]
    [InlineData("https://sentry.io", "https://evilsentry.io", false)]
    [InlineData("https://sentry.io", "https://sentry.io.evil.example", false)]
    [InlineData("https://sentry.io", "https://us.sentry.io@evil.example", false)]
    [InlineData("https://sentry.acme.com", "https://acme.com", false)]
    [InlineData("https://sentry.acme.com", "https://other.acme.com", false)]
    [InlineData("https://sentry.acme.com", "https://us.sentry.io", false)]
    [InlineData("https://sentry.acme.com", "https://eu.sentry.acme.com", false)]
    [InlineData("https://sentry.acme.com", "https://sentry.acme.com:8443", false)]
    [InlineData("http://127.0.0.1:9304", "http://127.0.0.1:9204", false)]
    public void A_region_must_belong_to_the_host_that_announces_it(string home, string announced, bool trusted) =>
        AssertTrusts(new TrustedHosts(new Uri(home)), announced, trusted);

    [Theory]
    [InlineData("https://sentry.acme.com", "https://eu.sentry.acme.com", true)]
    [InlineData("https://sentry.acme.com", "https://sentry.acme.com:8443", true)]
    [InlineData("http://127.0.0.1:1000", "http://127.0.0.1:2000", true)]
    [InlineData("https://sentry.io", "https://us.sentry.io", true)]
    [InlineData("https://sentry.acme.com", "http://sentry.acme.com", false)]
    [InlineData("https://sentry.acme.com", "https://other.acme.com", false)]
    [InlineData("https://sentry.acme.com", "https://evilsentry.acme.com", false)]
    public void Who_follows_regions_follows_them_within_the_domain_and_the_scheme(string home, string announced, bool trusted) =>
        AssertTrusts(new TrustedHosts(new Uri(home), followRegion: true), announced, trusted);

    [Theory]
    [InlineData("https://sentry.example/", true)]
    [InlineData("https://SENTRY.example/prefix/", true)]
    [InlineData("https://sentry.example:443/", true)]
    [InlineData("https://sentry.example:8443/", false)]
    [InlineData("http://sentry.example/", false)]
    [InlineData("http://sentry.example:443/", false)]
    [InlineData("https://us.sentry.example/", false)]
    public void Before_that_only_the_host_itself_is_trusted(string address, bool trusted) =>
        Assert.Equal(trusted, new TrustedHosts(new Uri("https://sentry.example")).Contains(new Uri(address)));

    private static void AssertTrusts(TrustedHosts hosts, string announced, bool trusted)
    {
        Assert.Equal(trusted, hosts.TryTrust(new Uri(announced)));
        Assert.Equal(trusted, hosts.Contains(new Uri(announced)));
    }
}
