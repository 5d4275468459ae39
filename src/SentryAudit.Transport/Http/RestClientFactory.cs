using System.Net;
using System.Net.Mime;
using RestSharp;

namespace SentryAudit.Http;

/// <summary>The HTTP client of a connection. The proxy comes from the environment; nothing here touches certificate checks.</summary>
internal static class RestClientFactory
{
    public static RestClient Create()
    {
        var handler = new SocketsHttpHandler
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

        // Attempts are timed by Polly, body included; HttpClient's own 100 s would cut longer ones short.
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new RestClient(http, new RestClientOptions { FollowRedirects = false, UserAgent = ProductName.UserAgent }, disposeHttpClient: true)
        {
            AcceptedContentTypes = [MediaTypeNames.Application.Json],
        };
    }
}
