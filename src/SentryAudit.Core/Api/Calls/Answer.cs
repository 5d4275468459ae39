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

    public required SentryRequest Request { get; init; }

    /// <summary>The same answer, if it tells what was asked for.</summary>
    /// <param name="missing">The name of what it lacks, null for nothing.</param>
    /// <exception cref="SentryApiException">It lacks something.</exception>
    public Answer<T> Requiring(Func<T, string?> missing) =>
        missing(Value) is { } key ? throw InvalidResponses.Keyless(Request, 200, key) : this;

    /// <summary>Makes a model of it.</summary>
    /// <exception cref="SentryApiException">It is not what the module understands.</exception>
    public TModel Map<TModel>(Func<T, DateTimeOffset, TModel> map) =>
        new ReadItem<T>(Value, ReadAt, Request, index: null).Map(map);
}
