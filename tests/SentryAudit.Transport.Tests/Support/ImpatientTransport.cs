using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Transport.Tests.Support;

/// <summary>Gives every call of a test a limit in real time: who waits for a clock that nobody moves fails, and names the test.</summary>
internal sealed class ImpatientTransport(ISentryTransport inner) : ISentryTransport
{
    public Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        inner.SendAsync(request, type, cancellationToken).WaitAsync(Line.Limit, CancellationToken.None);

    public void Dispose() => inner.Dispose();
}
