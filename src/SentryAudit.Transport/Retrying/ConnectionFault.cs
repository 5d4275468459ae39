using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SentryAudit.Transport.Retrying;

/// <summary>Why no answer came, in words for an administrator.</summary>
/// <param name="Reason">A few words, without addresses and without the exception's own text.</param>
/// <param name="MayPass">False for what the next attempt would meet again.</param>
/// <param name="IsAddress">True for what a mistyped address looks like.</param>
internal readonly record struct ConnectionFault(string Reason, bool MayPass = true, bool IsAddress = false)
{
    public static ConnectionFault Of(Exception? exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
                "its name is not known",
                IsAddress: true),
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ProxyTunnelError,
                StatusCode: HttpStatusCode.ProxyAuthenticationRequired
            } => new("the proxy wants credentials", MayPass: false),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new(
                "the proxy did not let the connection through"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                when Find<AuthenticationException>(exception) is { } tls => new(Explain(tls), MayPass: false),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("the TLS connection failed"),
            OperationCanceledException when Find<TimeoutException>(exception) is not null => new("no connection in time"),
            _ when Find<SocketException>(exception) is { } socket => new(
                Explain(socket.SocketErrorCode),
                IsAddress: socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new(
                "the connection was closed before an answer came"),
            _ => new("the connection broke"),
        };

    // The framework has one type for both; its texts are not translated.
    private static string Explain(AuthenticationException tls) =>
        tls.Message.Contains("remote certificate", StringComparison.Ordinal)
            ? "its TLS certificate is not trusted"
            : "the TLS handshake failed, so perhaps that port does not speak https";

    private static string Explain(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "the connection was refused",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection was reset",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "its name is not known",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => "there is no route to it",
        SocketError.TimedOut => "no connection in time",
        _ => "the connection broke",
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
