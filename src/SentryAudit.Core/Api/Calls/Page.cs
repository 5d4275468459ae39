using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>One page of a listing.</summary>
/// <param name="Items">What the page holds, in Sentry's order.</param>
/// <param name="Next">Sentry's word on the next page; null when it gave none, which makes the listing incomplete.</param>
/// <param name="ReceivedAt">UTC time of the read.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, LinkHeader? Next, DateTimeOffset ReceivedAt)
{
    /// <summary>Rows that Sentry sent, with those that are no items: only that number tells whether a page was full.</summary>
    public int Rows { get; init; } = Items.Count;

    /// <summary>How many items the whole list has by Sentry's count; null where it does not count, or not that far.</summary>
    public long? Total { get; init; }
}
