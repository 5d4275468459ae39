using System.Net;
using System.Net.Mime;
using RestSharp;

namespace SentryAudit.Transport.Http;

/// <summary>The HTTP client of a connection. The proxy comes from the environment; nothing here touches certificate checks.</summary>
internal static class RestClientFactory
{
    public static RestClient Create() =>
        new(CreateHttp(), new RestClientOptions { FollowRedirects = false, UserAgent = ProductName.UserAgent }, disposeHttpClient: true)
        {
            AcceptedContentTypes = [MediaTypeNames.Application.Json],
        };

    // Attempts are timed by Polly, body included; HttpClient's own 100 s would cut longer ones short.
    internal static HttpClient CreateHttp() => new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = new EnvironmentProxy(HttpClient.DefaultProxy),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // No trace headers: what this process is part of is none of the server's business.
        ActivityHeadersPropagator = null,
    };
}
