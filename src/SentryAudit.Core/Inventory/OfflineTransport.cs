using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Inventory;

/// <summary>The transport of a connection without a token: every request to Sentry fails.</summary>
internal sealed class OfflineTransport(StoredEstate stored) : ISentryTransport
{
    public Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Task.FromException<SentryResponse<T>>(OfflineFaults.ApiRequired(request.EndpointName, stored));

    public void Dispose()
    {
    }
}
