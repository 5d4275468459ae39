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

    /// <summary>Whether the host itself answered, with something that can't be used.</summary>
    public bool IsAnswered => IsNotHttp || IsTls;

    /// <summary>Whether not even a connection was made.</summary>
    public bool IsUnconnected { get; init; }

    /// <summary>Whether a connection was made, but no TLS on it.</summary>
    public bool IsTls { get; init; }

    /// <summary>What to do about it; null for the usual advice.</summary>
    public string? Remedy { get; init; }

    private const string TooSlow = "it did not accept the connection in time";
    private const string Lost = "the connection was lost";
    private const string ProxyRemedy = "Check HTTPS_PROXY and NO_PROXY, and whether the proxy allows this host.";

    /// <param name="exception">What .NET says; null if it says nothing.</param>
    /// <param name="proxy">The proxy in between; null if there is none.</param>
    public static ConnectionFault Of(Exception? exception, string? proxy = null) =>
        Explain(exception, proxy) with { IsUnconnected = IsOfConnecting(exception) };

    private static ConnectionFault Explain(Exception? exception, string? proxy) =>
        proxy is null ? Of(exception)
        : exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel ? OfTunnel(tunnel, proxy)
        // Only the proxy is asked for by name and by connection; it does the rest.
        : IsOfConnecting(exception) ? Of(exception) with
        {
            Reason = $"the proxy {proxy} could not be reached: {Of(exception).Reason}",
            Remedy = ProxyRemedy,
        }
        : Of(exception);

    private static ConnectionFault Of(Exception? exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
                "its name is not known",
                SuggestsWrongAddress: true),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel => OfTunnel(tunnel, proxy: null),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                when Find<CertificateException>(exception) is { } refused => new(
                    $"its TLS certificate {refused.Reason}",
                    IsTemporary: false) { Remedy = refused.Remedy, IsTls = true },
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                when Find<AuthenticationException>(exception) is not null => new(
                    "the TLS handshake failed; perhaps this port does not use https",
                    IsTemporary: false) { IsTls = true },
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                "the TLS connection failed") { IsTls = true },
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

    private static ConnectionFault OfTunnel(HttpRequestException tunnel, string? proxy)
    {
        var name = proxy is null ? "the proxy" : $"the proxy {proxy}";
        return tunnel.StatusCode switch
        {
            HttpStatusCode.ProxyAuthenticationRequired => new($"{name} requires credentials", IsTemporary: false)
            {
                Remedy = "Put the login into HTTPS_PROXY (http://user:password@proxy:3128) before PowerShell starts.",
            },
            { } status => new($"{name} did not let the connection through ({(int)status})", (int)status >= 500) { Remedy = ProxyRemedy },
            null => new($"{name} did not let the connection through") { Remedy = ProxyRemedy },
        };
    }

    private static bool IsOfConnecting(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError }
        || (exception is OperationCanceledException && Find<TimeoutException>(exception) is not null);

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
