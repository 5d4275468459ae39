using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Http;

/// <summary>
/// HTTP, as Core sees it: the transport retries, keeps rate limits and timeouts, and classifies errors. Each connection has one. Safe
/// for use from several threads.
/// </summary>
internal interface ISentryTransport : IDisposable
{
    /// <summary>Sends a request and reads the answer.</summary>
    /// <exception cref="SentryApiException">Any failure except cancellation.</exception>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken);
}
