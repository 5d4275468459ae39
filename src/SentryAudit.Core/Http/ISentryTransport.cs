using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Http;

/// <summary>
/// HTTP, seen from Core: retries, rate limits, timeouts and error classification happen behind it.
/// Safe for use from several threads; one per connection.
/// </summary>
internal interface ISentryTransport : IDisposable
{
    /// <summary>Sends a request and reads the answer.</summary>
    /// <exception cref="SentryApiException">Every failure but cancellation.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken);
}
