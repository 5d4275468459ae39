namespace SentryAudit.Transport.Tests.Support;

/// <summary>A clock whose timer goes off when a test wants it, whatever its time says.</summary>
internal sealed class EarlyClock(DateTimeOffset start) : TimeProvider, ITimer
{
    private DateTimeOffset _now = start;
    private Action _goOff = () => { };

    public int TimesSet { get; private set; }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _goOff = () => callback(state);
        return this;
    }

    public void GoOff(DateTimeOffset now)
    {
        _now = now;
        _goOff();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => ++TimesSet > 0;

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
