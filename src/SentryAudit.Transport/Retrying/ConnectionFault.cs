using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SentryAudit.Transport.Retrying;

/// <summary>Why no answer came, in words for an administrator.</summary>
/// <param name="Reason">A few words, without addresses and without the exception's own text.</param>
/// <param name="IsTemporary">Whether another attempt may succeed.</param>
/// <param name="SuggestsWrongAddress">Whether a mistyped address would fail in this way.</param>
internal readonly record struct ConnectionFault(string Reason, bool IsTemporary = true, bool SuggestsWrongAddress = false)
{
    /// <summary>Whether something was answered, but nothing that is HTTP.</summary>
    public bool IsNotHttp { get; init; }

    private const string TooSlow = "it did not accept the connection in time";
    private const string Lost = "the connection was lost";

    public static ConnectionFault Of(Exception? exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
                "its name is not known",
                SuggestsWrongAddress: true),
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ProxyTunnelError,
                StatusCode: HttpStatusCode.ProxyAuthenticationRequired
            } => new("the proxy requires credentials", IsTemporary: false),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new(
                "the proxy did not let the connection through"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                when Find<AuthenticationException>(exception) is { } tls => new(Explain(tls), IsTemporary: false),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("the TLS connection failed"),
            OperationCanceledException when Find<TimeoutException>(exception) is not null => new(TooSlow),
            _ when Find<SocketException>(exception) is { } socket => new(
                Explain(socket.SocketErrorCode),
                SuggestsWrongAddress:
                    socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new(
                "is not HTTP",
                SuggestsWrongAddress: true) { IsNotHttp = true },
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
                "begins with more than 64 KiB of headers",
                IsTemporary: false) { IsNotHttp = true },
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new(
                "the connection was closed before an answer came"),
            _ => new(Lost),
        };

    // .NET throws the same type for both, and does not translate its messages.
    private static string Explain(AuthenticationException tls) =>
        tls.Message.Contains("remote certificate", StringComparison.Ordinal)
            ? "its TLS certificate is not trusted"
            : "the TLS handshake failed; perhaps this port does not use https";

    private static string Explain(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "the connection was refused",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection was reset",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "its name is not known",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => "there is no route to it",
        SocketError.TimedOut => TooSlow,
        _ => Lost,
    };

    private static TException? Find<TException>(Exception? exception)
        where TException : Exception
    {
        while (exception is not (null or TException))
        {
            exception = exception.InnerException;
        }

        return exception as TException;
    }
}
