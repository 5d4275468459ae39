using System.Collections;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SentryAudit.Sandbox;

/// <summary>Every request seen, in order of arrival. Safe to read while requests arrive: enumerating walks a copy.</summary>
public sealed class RequestLog : IReadOnlyCollection<LoggedRequest>
{
    private readonly Lock _gate = new();
    private readonly List<LoggedRequest> _requests = [];
    private long _sequence;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>The requests to one endpoint, named as in <see cref="FaultPlan.On"/>.</summary>
    public IReadOnlyList<LoggedRequest> To(string endpoint) =>
        [.. this.Where(request => EndpointName.Covers(endpoint, request.Method, request.Endpoint))];

    /// <summary>Forgets what was seen so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    public IEnumerator<LoggedRequest> GetEnumerator()
    {
        lock (_gate)
        {
            return ((IEnumerable<LoggedRequest>)[.. _requests]).GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LoggedRequest Add(HttpContext http, string? endpoint, ReadOnlyMemory<byte> sent)
    {
        var request = new LoggedRequest
        {
            Sequence = Interlocked.Increment(ref _sequence),
            Method = http.Request.Method,
            Path = http.Request.Path.Value ?? "",
            RawTarget = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "",
            Query = http.Request.QueryString.Value ?? "",
            Host = http.Request.Host.Value ?? "",
            Port = http.Connection.LocalPort,
            Endpoint = endpoint,
            Body = Encoding.UTF8.GetString(sent.Span),
            Headers = http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        lock (_gate)
        {
            _requests.Add(request);
        }

        return request;
    }
}
