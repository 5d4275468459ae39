using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>What Sentry answered to a question.</summary>
/// <param name="Value">The answer; never null: an empty answer is a fault.</param>
/// <param name="Link">Where the next page is; null when Sentry did not say.</param>
/// <param name="ReadAt">UTC time at which it was read.</param>
internal readonly record struct Answer<T>(T Value, LinkHeader? Link, DateTimeOffset ReadAt)
{
    public required SentryRequest Request { get; init; }

    /// <summary>Makes a model of it.</summary>
    /// <exception cref="SentryApiException">It is not what the module understands.</exception>
    public TModel Map<TModel>(Func<T, DateTimeOffset, TModel> map) =>
        new ReadItem<T>(Value, ReadAt, Request, index: null).Map(map);
}
