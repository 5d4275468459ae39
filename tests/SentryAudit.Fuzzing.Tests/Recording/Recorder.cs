using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Passes requests on to the sandbox, and keeps what it answers.</summary>
internal sealed class Recorder : ISentryTransport
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Recorder(string token) => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public ConcurrentDictionary<string, RecordedAnswer> Answers { get; } = new(StringComparer.Ordinal);

    public static string KeyOf(SentryRequest request) => $"{request.Method} {AddressOf(request)}";

    public async Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(AddressOf(request), cancellationToken);
        var link = answer.Headers.TryGetValues("Link", out var values) ? LinkHeader.Parse(string.Join(',', values)) : null;
        var recorded = new RecordedAnswer((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken), link);
        return await Answers.GetOrAdd(KeyOf(request), recorded).ReadAsync(request, type);
    }

    public void Dispose() => _client.Dispose();

    private static Uri AddressOf(SentryRequest request)
    {
        var query = request.Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return new Uri(request.Host, $"api/0/{request.Path}?{string.Join('&', query)}");
    }
}
