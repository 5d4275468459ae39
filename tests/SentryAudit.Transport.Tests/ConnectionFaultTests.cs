using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
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
            new ConnectionFault("the TLS connection failed") { IsTls = true },
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.SecureConnectionError, "", new IOException())));
        Assert.Equal(new ConnectionFault("the connection was lost"), ConnectionFault.Of(null));
    }

    [Fact]
    public void What_would_happen_again_is_not_tried_again()
    {
        var handshake = new HttpRequestException(
            HttpRequestError.SecureConnectionError,
            "",
            new AuthenticationException("Cannot determine the frame size."));

        Assert.False(ConnectionFault.Of(handshake).IsTemporary);
        Assert.DoesNotContain("certificate", ConnectionFault.Of(handshake).Reason, StringComparison.Ordinal);
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
