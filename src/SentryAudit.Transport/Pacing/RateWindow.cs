using SentryAudit.Transport.Answers;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport.Pacing;

/// <summary>
/// The fixed rate window of one endpoint, as far as answers have shown it. The last "remaining" may or may not include the requests in
/// flight, so they are counted again: that is sometimes a little slower, and never above the limit. Not safe for several threads.
/// </summary>
internal sealed class RateWindow
{
    private bool _hasAnswered;
    private int? _limit;
    private int? _concurrent;
    private int _remaining;
    private long _window = long.MinValue;

    /// <summary>When the current window ends; null between its end and the next answer.</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    public bool Allows(int inFlight, DateTimeOffset now)
    {
        // The first request to an endpoint is sent alone: its answer shows the limit that the others must keep.
        if (!_hasAnswered)
        {
            return inFlight == 0;
        }

        if (inFlight >= Math.Max(1, _concurrent ?? int.MaxValue))
        {
            return false;
        }

        if (_limit is not { } limit || OpensAt > now + ServerWait.Longest)
        {
            return true;
        }

        if (OpensAt <= now)
        {
            (OpensAt, _remaining) = (null, limit);
        }

        return _remaining > inFlight || (OpensAt is null && inFlight == 0);
    }

    public void Learn(RateLimits? limits)
    {
        _hasAnswered = true;
        _concurrent = limits?.ConcurrentLimit ?? _concurrent;
        if (limits is not { Limit: { } limit, Remaining: { } remaining, Window: { } window, ResetsAt: { } resetsAt } || window < _window)
        {
            return;
        }

        if (window > _window)
        {
            (_window, _limit, _remaining, OpensAt) = (window, limit, remaining, resetsAt);
        }
        else if (OpensAt is not null)
        {
            _remaining = Math.Min(_remaining, remaining);
        }
    }
}
