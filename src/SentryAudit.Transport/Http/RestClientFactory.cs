using System.Net;
using System.Net.Mime;
using RestSharp;

namespace SentryAudit.Transport.Http;

/// <summary>Makes the HTTP client of a connection. The proxy comes from the environment; certificates are checked by the system.</summary>
internal static class RestClientFactory
{
    public static RestClient Create(IWebProxy proxy) =>
        new(
            CreateHttp(proxy),
            new RestClientOptions { FollowRedirects = false, UserAgent = ProductName.UserAgent },
            disposeHttpClient: true)
        {
            AcceptedContentTypes = [MediaTypeNames.Application.Json],
        };

    // Polly limits the time of an attempt, including its body; HttpClient's own limit of 100 s would end longer ones too early.
    internal static HttpClient CreateHttp(IWebProxy proxy) => new(CreateHandler(proxy)) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler CreateHandler(IWebProxy proxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = proxy,
        SslOptions = { RemoteCertificateValidationCallback = CertificateCheck.Accept },
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // No trace headers: they would show the server which other activity of this process the request belongs to.
        ActivityHeadersPropagator = null,
    };
}
