using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api.Calls;

/// <summary>One request that changes something.</summary>
/// <param name="Method">Its verb.</param>
/// <param name="Address">What it changes.</param>
/// <param name="Body">What is sent; null for nothing.</param>
internal sealed record Write(HttpMethod Method, EndpointAddress Address, JsonObject? Body)
{
    public static Write Post(EndpointAddress address, JsonObject? body) => new(HttpMethod.Post, address, body);

    public static Write Put(EndpointAddress address, JsonObject? body) => new(HttpMethod.Put, address, body);

    public static Write Delete(EndpointAddress address) => new(HttpMethod.Delete, address, Body: null);

    /// <summary>For a request whose answer shows what it led to.</summary>
    /// <param name="type">The shape of the answer.</param>
    /// <param name="map">Makes the result of it, with the UTC time of the answer.</param>
    public ShownWrite<T> Showing<TWire, T>(JsonTypeInfo<TWire> type, Func<TWire, DateTimeOffset, T> map)
        where T : class => new(async (api, cancellationToken) =>
        {
            var answer = await api.SendAsync(this, type, cancellationToken).ConfigureAwait(false);
            return answer.Map(map);
        });
}
