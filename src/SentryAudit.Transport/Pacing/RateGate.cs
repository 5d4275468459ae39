using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Pacing;

/// <summary>
/// Lets requests to one endpoint through as fast as Sentry's limit allows, in the order in which they came. Every request that entered
/// must leave.
/// </summary>
internal sealed class RateGate : IDisposable
{
    // Shorter waits go unnoticed, so they are not reported.
    private static readonly TimeSpan WorthReporting = TimeSpan.FromMilliseconds(250);

    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly RateWindow _window = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _reset;
    private int _inFlight;
    private DateTimeOffset _resetSetFor;

    public RateGate(TimeProvider clock)
    {
        _clock = clock;
        _reset = clock.CreateTimer(static gate => ((RateGate)gate!).Admit(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Requests that entered and have not left.</summary>
    internal int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _inFlight;
            }
        }
    }

    public ValueTask EnterAsync(SentryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TimeSpan wait;
        lock (_lock)
        {
            _waiting.Enqueue(place);
            wait = AdmitLocked();
        }

        if (place.Task.IsCompleted)
        {
            return ValueTask.CompletedTask;
        }

        if (wait > WorthReporting)
        {
            request.Observer.OnWaiting(new TransportWait(request.EndpointName, "Keeping below Sentry's rate limit", wait, IsPacing: true));
        }

        return WaitAsync(place, cancellationToken);
    }

    /// <param name="limits">The limits in the answer; null if it had none, or if no answer came.</param>
    public void Leave(RateLimits? limits)
    {
        lock (_lock)
        {
            _inFlight--;
            _window.Learn(limits);
            AdmitLocked();
        }
    }

    public void Dispose() => _reset.Dispose();

    private static async ValueTask WaitAsync(TaskCompletionSource place, CancellationToken cancellationToken)
    {
        await using (
            cancellationToken
                .UnsafeRegister(static (place, token) => ((TaskCompletionSource)place!).TrySetCanceled(token), place).ConfigureAwait(false))
        {
            await place.Task.ConfigureAwait(false);
        }
    }

    private void Admit()
    {
        lock (_lock)
        {
            // The timer may fire a little too early by the clock; then it is set once more.
            _resetSetFor = default;
            AdmitLocked();
        }
    }

    /// <returns>The least time that the requests still waiting have to wait.</returns>
    private TimeSpan AdmitLocked()
    {
        var now = _clock.GetUtcNow();
        while (_waiting.Count > 0 && _window.Allows(_inFlight, now))
        {
            // A request that gave up has cancelled its place, so it is not in flight.
            _inFlight += _waiting.Dequeue().TrySetResult() ? 1 : 0;
        }

        if (_waiting.Count == 0 || _window.OpensAt is not { } opens || opens <= now)
        {
            return TimeSpan.Zero;
        }

        if (opens != _resetSetFor)
        {
            _resetSetFor = opens;
            _reset.Change(opens - now, Timeout.InfiniteTimeSpan);
        }

        return opens - now;
    }
}
