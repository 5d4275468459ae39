using System.Collections.Concurrent;

namespace SentryAudit.Sandbox.Access;

/// <summary>Sentry's limiter: a fixed window for each caller and endpoint.</summary>
internal sealed class RateLimiter(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Caller, string Endpoint), Window> _windows = new();

    public RateLimitState Count(string caller, string endpoint, RateLimit limit)
    {
        var start = clock.GetUtcNow().ToUnixTimeSeconds() / limit.Seconds * limit.Seconds;
        var window = _windows.AddOrUpdate(
            (caller, endpoint),
            static (_, start) => new Window(start, 1),
            static (_, old, start) => old.Start == start ? old with { Used = old.Used + 1 } : new Window(start, 1),
            start);
        return new RateLimitState(limit, window.Used, start + limit.Seconds);
    }

    private readonly record struct Window(long Start, int Used);
}
