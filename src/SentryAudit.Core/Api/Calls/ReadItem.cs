using System.Globalization;
using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>Something that was read, such as an item of a list, as Sentry sends it.</summary>
/// <param name="item">The item.</param>
/// <param name="readAt">UTC time of its page's read.</param>
/// <param name="request">What was asked.</param>
/// <param name="index">How many items of the list came before it; null for what is no list.</param>
internal readonly struct ReadItem<T>(T item, DateTimeOffset readAt, SentryRequest request, int? index)
{
    public T Item => item;

    public DateTimeOffset ReadAt => readAt;

    public void Deconstruct(out T wire, out DateTimeOffset at) => (wire, at) = (item, readAt);

    /// <summary>Makes a model of it.</summary>
    /// <exception cref="SentryApiException">It is not what the module understands.</exception>
    public TModel Map<TModel>(Func<T, DateTimeOffset, TModel> map)
    {
        try
        {
            return map(item, readAt);
        }
        catch (Exception fault) when (fault is not (SentryException or OperationCanceledException))
        {
            var place = index is { } number ? string.Create(CultureInfo.InvariantCulture, $"$[{number}]") : "$";
            throw InvalidResponses.Misunderstood(request, place, fault);
        }
    }
}
