using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Access;

/// <summary>Where a caller stands after this request. Reset is in seconds since 1970, UTC.</summary>
internal readonly record struct RateLimitState(RateLimit Limit, int Used, long Reset)
{
    private const int Concurrent = 25;

    public bool Exceeded => Used > Limit.Requests;

    /// <summary>The refusal. Sentry's limiter sends no Retry-After.</summary>
    public Answer Refusal() => Stamp(Answer.Detail(429, string.Create(
        CultureInfo.InvariantCulture,
        $"You are attempting to use this endpoint too frequently. Limit is {Limit.Requests} requests in {Limit.Seconds} seconds")));

    public Answer Stamp(Answer answer) => answer
        .With("X-Sentry-Rate-Limit-Limit", Text(Limit.Requests))
        .With("X-Sentry-Rate-Limit-Remaining", Text(Math.Max(0, Limit.Requests - Used)))
        .With("X-Sentry-Rate-Limit-Reset", Text(Reset))
        .With("X-Sentry-Rate-Limit-ConcurrentLimit", Text(Concurrent))
        .With("X-Sentry-Rate-Limit-ConcurrentRemaining", Text(Concurrent - 1));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
