using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>Sentry's usual paginator: the cursor holds the page size and the page number (<c>100:2:0</c> is the third hundred).</summary>
internal static class OffsetPages
{
    public static Page<T> Page<T>(this IReadOnlyList<T> rows, Exchange exchange, bool counted = false)
    {
        var size = PageSize.From(exchange);
        var cursor = Cursor.From(exchange) ?? new Cursor(size, 0, IsPrevious: false);
        if (cursor.Offset < 0 || cursor.Value < 0)
        {
            throw ApiError.BadRequest("Pagination offset cannot be negative");
        }

        // A shifted listing has gained rows in front since the page before it was read: the same place shows older rows.
        var place = (int)Int128.Min(rows.Count, (Int128)cursor.Offset * cursor.Value);
        var start = Math.Max(0, place - (cursor.Offset > 0 ? exchange.Shift : 0));
        var end = Math.Min(rows.Count, start + size);
        var items = new T[end - start];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = rows[start + index];
        }

        return new Page<T>(
            items,
            new Cursor(size, cursor.Offset - 1, IsPrevious: true),
            cursor.Offset > 0,
            new Cursor(size, cursor.Offset + 1, IsPrevious: false),
            end < rows.Count)
        {
            Hits = counted ? rows.Count : null,
        };
    }
}
