using System.Collections.Concurrent;
using SentryAudit.Http;

namespace SentryAudit.Transport.Pacing;

/// <summary>The gates of a connection. Sentry counts requests by endpoint, so each host, verb and path template has its own.</summary>
internal sealed class RateGates(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string Host, HttpMethod Method, string Template), RateGate> _gates = new();

    public RateGate For(SentryRequest request) =>
        _gates.GetOrAdd(
            (request.Host.Authority, request.Method, request.Endpoint.Template),
            static (_, clock) => new RateGate(clock),
            clock);

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
