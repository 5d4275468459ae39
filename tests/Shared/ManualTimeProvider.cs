namespace SentryAudit.Tests;

/// <summary>
/// A clock that stands still until a test moves it. Timers go off while it moves, in order, on the caller's thread.
/// A wait can also be skipped: the clock then moves by itself as soon as somebody starts that wait.
/// </summary>
internal sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    // Task.Delay cuts a wait to whole milliseconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimeSpan> _skips = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Skips the next wait of this length.</summary>
    public void Skip(TimeSpan wait)
    {
        lock (_lock)
        {
            _skips.Add(wait);
        }
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset end;
        lock (_lock)
        {
            end = _now + by;
        }

        AdvanceTo(end);
    }

    private void AdvanceTo(DateTimeOffset end)
    {
        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    private ManualTimer? NextDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var timer = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            _now = timer is null ? (end > _now ? end : _now) : (timer.Due > _now ? timer.Due : _now);
            _timers.Remove(timer!);
            return timer;
        }
    }

    private void Start(ManualTimer timer, TimeSpan due)
    {
        bool skip;
        lock (_lock)
        {
            _timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + due;
            _timers.Add(timer);
            var index = _skips.FindIndex(wait => (wait - due).Duration() < Tolerance);
            skip = index >= 0;
            if (index >= 0)
            {
                _skips.RemoveAt(index);
            }
        }

        if (skip)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static work => work.Clock.AdvanceTo(work.Due), (Clock: this, timer.Due), preferLocal: false);
        }
    }

    private void Stop(ManualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Start(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
