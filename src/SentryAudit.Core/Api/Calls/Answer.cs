using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>What Sentry answered to a question.</summary>
/// <param name="Value">The answer; never null: an empty answer is a fault.</param>
/// <param name="Link">Where the next page is; null when Sentry did not say.</param>
/// <param name="ReadAt">UTC time at which it was read.</param>
internal readonly record struct Answer<T>(T Value, LinkHeader? Link, DateTimeOffset ReadAt)
{
    /// <summary>How many items the whole list has; null where Sentry does not count.</summary>
    public long? Total { get; init; }
}
