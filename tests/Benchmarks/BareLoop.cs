using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SentryAudit.Api.Wire;
using SentryAudit.Models;

namespace SentryAudit.Benchmarks;

/// <summary>
/// The least code that reads all pages: HttpClient, generated JSON, the next cursor. It does none of what the module
/// does besides: no retries, limits, timeouts, errors, duplicates, and no public objects. The yardstick, not a rival.
/// </summary>
internal sealed class BareLoop : IListing, IDisposable
{
    private readonly HttpClient _http;
    private readonly string _first;

    public BareLoop(OrganizationHome organization, string token)
    {
        // Compressed like the module's own answers.
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false });
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _first = new Uri(organization.Host, $"api/0/organizations/{organization.Slug}/members/?per_page=100").AbsoluteUri;
    }

    public string Name => "HttpClient loop";

    public async Task<int> ReadAsync()
    {
        var count = 0;
        string? address = _first;
        while (address is not null)
        {
            using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            answer.EnsureSuccessStatusCode();
            var body = await answer.Content.ReadAsStreamAsync().ConfigureAwait(false);
            var members = await JsonSerializer.DeserializeAsync(body, WireJson.Default.WireMemberArray).ConfigureAwait(false);
            count += members!.Length;
            address = Next(answer);
        }

        return count;
    }

    public void Dispose() => _http.Dispose();

    // As a script would: search the one header Sentry sends, without building anything.
    private string? Next(HttpResponseMessage answer)
    {
        var link = answer.Headers.NonValidated["Link"].ToString();
        var next = link.IndexOf("rel=\"next\"; results=\"true\"; cursor=\"", StringComparison.Ordinal);
        return next < 0 ? null : $"{_first}&cursor={Uri.EscapeDataString(link[(link.LastIndexOf('=') + 2)..^1])}";
    }
}
