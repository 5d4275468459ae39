using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SentryAudit.Sandbox.Tests.Support;

/// <summary>The plainest client there is: no retries, no redirects, no decompression unless asked.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri host, string? token, DecompressionMethods decompression = DecompressionMethods.None)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = decompression,
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri(host, "/api/0/"), Timeout = TimeSpan.FromSeconds(20) };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public async Task<ApiAnswer> GetAsync(string path, CancellationToken cancellationToken = default)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ApiAnswer.ReadAsync(response, cancellationToken);
    }

    /// <summary>Sends a write; the body is JSON, or there is none.</summary>
    public async Task<ApiAnswer> SendAsync(string method, string path, string? json = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, cancellationToken);
        return await ApiAnswer.ReadAsync(response, cancellationToken);
    }

    /// <summary>Returns as soon as the headers are in; the caller reads the body.</summary>
    public Task<HttpResponseMessage> GetHeadersAsync(string path, CancellationToken cancellationToken = default) =>
        _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();
}
