using System.Collections.Concurrent;
using System.Threading.Channels;
using SentryAudit.Http;
using SentryAudit.Tests;

namespace SentryAudit.Transport.Tests.Support;

/// <summary>Remembers what the transport reports, and skips its waits on the manual clock.</summary>
internal sealed class Recorder(ManualTimeProvider clock, bool skips = true) : ITransportObserver
{
    private readonly Channel<TransportWait> _waiting = Channel.CreateUnbounded<TransportWait>();

    public ConcurrentQueue<SentryExchange> Exchanges { get; } = new();

    public ConcurrentQueue<TransportWait> Waits { get; } = new();

    public ConcurrentQueue<DeprecationNotice> Deprecations { get; } = new();

    /// <summary>The next wait that begins.</summary>
    public Task<TransportWait> NextWaitAsync() => _waiting.Reader.ReadAsync().AsTask().WaitAsync(Line.Limit);

    public void OnExchange(SentryExchange exchange) => Exchanges.Enqueue(exchange);

    public void OnWaiting(TransportWait wait)
    {
        Waits.Enqueue(wait);
        if (skips && !wait.IsPacing)
        {
            clock.Skip(wait.Delay);
        }

        _waiting.Writer.TryWrite(wait);
    }

    public void OnDeprecated(DeprecationNotice notice) => Deprecations.Enqueue(notice);

    public void OnNote(string text, bool isWarning)
    {
    }
}
