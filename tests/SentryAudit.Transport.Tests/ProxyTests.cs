using System.Net;
using System.Net.Sockets;
using SentryAudit.Http;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport.Tests;

/// <summary>The proxy that stands in between, and is to blame more often than Sentry.</summary>
public sealed class ProxyTests
{
    private const string Proxy = "http://proxy.example:3128";
    private static readonly Uri Sentry = new("https://sentry.example/");

    [Fact]
    public void The_machines_proxy_is_used_but_not_for_the_machine_itself()
    {
        var proxy = new EnvironmentProxy(new WebProxy(Proxy));

        Assert.Equal(new Uri(Proxy), proxy.GetProxy(new Uri("https://sentry.io")));
        Assert.True(proxy.IsBypassed(new Uri("http://127.0.0.1:9000")));
        Assert.Null(proxy.GetProxy(new Uri("http://localhost:9000")));
    }

    [Fact]
    public void It_is_named_without_its_login()
    {
        Assert.Equal(Proxy, new EnvironmentProxy(new WebProxy("http://ann:s3cret@proxy.example:3128/x?y")).NameFor(Sentry));
        Assert.Null(new EnvironmentProxy(new WebProxy(Proxy)).NameFor(new Uri("https://127.0.0.1/")));
        Assert.Null(new EnvironmentProxy(new WebProxy()).NameFor(Sentry));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, false, "the proxy http://proxy.example:3128 did not let the connection through (403)")]
    [InlineData(HttpStatusCode.BadGateway, true, "the proxy http://proxy.example:3128 did not let the connection through (502)")]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired, false, "the proxy http://proxy.example:3128 requires credentials")]
    [InlineData(null, true, "the proxy http://proxy.example:3128 did not let the connection through")]
    public void One_that_refuses_is_named(HttpStatusCode? status, bool isTemporary, string reason)
    {
        var fault = ConnectionFault.Of(new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, status), Proxy);

        Assert.Equal((reason, isTemporary), (fault.Reason, fault.IsTemporary));
        Assert.Contains("HTTPS_PROXY", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_gone_is_not_taken_for_Sentry()
    {
        var refused = new HttpRequestException(
            HttpRequestError.ConnectionError, "", new SocketException((int)SocketError.ConnectionRefused));

        Assert.Equal("the connection was refused", ConnectionFault.Of(refused).Reason);
        Assert.Equal($"the proxy {Proxy} could not be reached: the connection was refused", ConnectionFault.Of(refused, Proxy).Reason);
        Assert.Equal(
            $"the proxy {Proxy} could not be reached: its name is not known",
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.NameResolutionError), Proxy).Reason);
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "http://new.example:8080", "http://new.example:8080")]
    [InlineData("https_proxy", "new.example:8080", "http://new.example:8080")]
    [InlineData("ALL_PROXY", "http://ann:s3cret@new.example:8080", "http://new.example:8080")]
    [InlineData("HTTPS_PROXY", "http://ann:s3cret@proxy.example:3128", null)]
    [InlineData("HTTPS_PROXY", "not an address", null)]
    [InlineData("HTTP_PROXY", "http://new.example:8080", null)]
    public void One_that_the_environment_names_too_late_is_noticed(string variable, string value, string? late) =>
        Assert.Equal(late, new EnvironmentProxy(new WebProxy(Proxy)).FindLate(Sentry, name => name == variable ? value : null));

    [Theory]
    [InlineData("sentry.example")]
    [InlineData("x.example, .example")]
    [InlineData("*")]
    public void A_host_that_takes_no_proxy_has_none_that_is_late(string excluded) =>
        Assert.Null(new EnvironmentProxy(new WebProxy()).FindLate(
            Sentry, name => name switch { "HTTPS_PROXY" => Proxy, "NO_PROXY" => excluded, _ => null }));

    [Fact]
    public void What_to_do_about_a_late_one_is_told() =>
        Assert.Contains(
            $"[Net.Http.HttpClient]::DefaultProxy = [Net.WebProxy]'{Proxy}'", SentryFaults.LateProxy(Proxy), StringComparison.Ordinal);
}
