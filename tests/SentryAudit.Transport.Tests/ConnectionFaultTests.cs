using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SentryAudit.Http.Endpoints;
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
    public async Task A_host_that_is_gone_is_noticed_once()
    {
        using var closed = ClosedPort();
        using var line = new Line(AddressOf(closed), retries: 2);

        var first = await line.FailAsync();
        await line.FailAsync(line.To(ProjectEndpoints.Projects, "acme"));
        var second = await line.FailAsync(line.To(TeamEndpoints.Teams, "acme"));

        // The later requests were not sent at all, and say why.
        Assert.Equal(3, line.Observer.Exchanges.Count);
        Assert.Equal((first.ErrorId, first.RecommendedAction), (second.ErrorId, second.RecommendedAction));
        Assert.Equal($"GET organizations/acme/teams/ was not asked for: {first.Message}", second.Message);
        Assert.Equal(2, line.Waits.Count);
    }

    [Fact]
    public async Task Another_call_tries_a_host_that_was_gone()
    {
        using var closed = ClosedPort();
        using var line = new Line(AddressOf(closed), retries: 0);
        await line.FailAsync();
        var other = new Recorder(line.Clock);

        await line.FailAsync(line.Members() with { Observer = other });

        Assert.Single(other.Exchanges);
    }

    [Fact]
    public async Task A_connection_that_breaks_does_not_end_other_requests()
    {
        await using var server = new StubServer(new StubAnswer(200, [], "") { Reset = true }, StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri, retries: 0);

        await line.FailAsync();
        await line.GetAsync();
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
        var unknown = new ConnectionFault("its name is not known", SuggestsWrongAddress: true) { IsUnconnected = true };

        Assert.Equal(unknown, ConnectionFault.Of(new HttpRequestException(HttpRequestError.NameResolutionError)));
        Assert.Equal(unknown, OfSocket(SocketError.HostNotFound));
        Assert.Equal(new ConnectionFault("there is no route to it") { IsUnconnected = true }, OfSocket(SocketError.NetworkUnreachable));
        Assert.Equal(new ConnectionFault("the connection was reset") { IsUnconnected = true }, OfSocket(SocketError.ConnectionReset));
        Assert.Equal(
            new ConnectionFault("the connection was closed before an answer came"),
            ConnectionFault.Of(new HttpRequestException(HttpRequestError.ResponseEnded)));
        Assert.Equal(
            new ConnectionFault("it did not accept the connection in time") { IsUnconnected = true },
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
