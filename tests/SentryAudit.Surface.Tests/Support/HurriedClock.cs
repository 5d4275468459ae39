namespace SentryAudit.Surface.Tests.Support;

/// <summary>
/// The real clock, except that nobody waits: a timer goes off at once and the time it would have taken has then passed.
/// Only timers of one length, that of the time limit of an attempt, really run.
/// </summary>
internal sealed class HurriedClock(TimeSpan realWait) : TimeProvider
{
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HurriedTimer(this, System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Hurry(TimeSpan wait)
    {
        if (wait == realWait || wait == Timeout.InfiniteTimeSpan)
        {
            return wait;
        }

        Interlocked.Add(ref _skipped, wait.Ticks);
        return TimeSpan.Zero;
    }

    private sealed class HurriedTimer(HurriedClock clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Hurry(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
