using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Retrying;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task A_refused_connection_is_tried_again()
    {
        using var closed = ClosedPort();
        using var line = new Line(AddressOf(closed), retries: 2);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryUnreachable", SentryErrorCategory.ConnectionError), (fault.ErrorId, fault.Category));
        Assert.Contains("the connection was refused", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, line.Waits.Count);
        Assert.All(line.Observer.Exchanges, exchange => Assert.Equal("the connection was refused", exchange.Outcome));
    }

    [Fact]
    public async Task A_refused_first_contact_is_a_mistyped_address_and_fails_at_once()
    {
        using var closed = ClosedPort();
        using var line = new Line(AddressOf(closed));

        var fault = await line.FailAsync(line.Members() with { IsFirstContact = true });

        Assert.Equal("SentryUnreachable", fault.ErrorId);
        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task A_reset_connection_is_tried_again()
    {
        await using var server = new StubServer(new StubAnswer(200, [], "") { Reset = true }, StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);

        await line.GetAsync();

        Assert.StartsWith("The connection failed (", Assert.Single(line.Waits).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_not_tried_again_and_sees_no_token()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = new StubServer(_ => StubAnswer.Json("[]"), certificate);
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Contains("its TLS certificate is not trusted", fault.Message, StringComparison.Ordinal);
        Assert.Contains("trust store", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(line.Waits);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Reasons_are_short_and_human()
    {
        Assert.Equal(
            new ConnectionFault("its name is not known", SuggestsWrongAddress: true),
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.NameResolutionError)));
        Assert.Equal(new ConnectionFault("its name is not known", SuggestsWrongAddress: true), OfSocket(SocketError.HostNotFound));
        Assert.Equal(new ConnectionFault("there is no route to it"), OfSocket(SocketError.NetworkUnreachable));
        Assert.Equal(new ConnectionFault("the connection was reset"), OfSocket(SocketError.ConnectionReset));
        Assert.Equal(
            new ConnectionFault("the connection was closed before an answer came"),
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.ResponseEnded)));
        Assert.Equal(
            new ConnectionFault("it did not accept the connection in time"),
            ConnectionFault.Of(new TaskCanceledException("", new TimeoutException())));
        Assert.Equal(
            new ConnectionFault("the TLS connection failed"),
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.SecureConnectionError, "", new IOException())));
        Assert.Equal(
            new ConnectionFault("the proxy did not let the connection through"),
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.ProxyTunnelError)));
        Assert.Equal(new ConnectionFault("the connection was lost"), ConnectionFault.Of(null));
    }

    [Fact]
    public void What_would_happen_again_is_not_tried_again()
    {
        var handshake = new HttpRequestException(
            HttpRequestError.SecureConnectionError,
            "",
            new AuthenticationException("Cannot determine the frame size."));
        var credentials = new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, HttpStatusCode.ProxyAuthenticationRequired);

        Assert.False(ConnectionFault.Of(handshake).IsTemporary);
        Assert.DoesNotContain("certificate", ConnectionFault.Of(handshake).Reason, StringComparison.Ordinal);
        Assert.Equal(new ConnectionFault("the proxy requires credentials", IsTemporary: false), ConnectionFault.Of(credentials));
    }

    [Fact]
    public void The_machines_proxy_is_used_but_not_for_the_machine_itself()
    {
        var proxy = new EnvironmentProxy(new WebProxy("http://proxy.example:3128"));

        Assert.Equal(new Uri("http://proxy.example:3128"), proxy.GetProxy(new Uri("https://sentry.io")));
        Assert.True(proxy.IsBypassed(new Uri("http://127.0.0.1:9000")));
        Assert.Null(proxy.GetProxy(new Uri("http://localhost:9000")));
    }

    private static ConnectionFault OfSocket(SocketError error) =>
        ConnectionFault.Of(new HttpRequestException(HttpRequestError.ConnectionError, "", new SocketException((int)error)));

    // Bound, but not listening: so no other test can be given this port meanwhile.
    private static Socket ClosedPort()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static Uri AddressOf(Socket socket) => new($"http://{socket.LocalEndPoint}/");
}
