using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>
/// Sentry's usual paginator: the cursor holds a size and a number, and the page starts at their product (<c>100:2:0</c> is the third
/// hundred). It looks at one row more than the size, and with another size than the page's that row is on the page, so that "next" never
/// leads anywhere.
/// </summary>
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
        var seen = (int)Math.Min(rows.Count - start, (cursor.Value == 0 ? size : cursor.Value) + 1);
        if (cursor.Value != size && seen > size + 1)
        {
            (start, seen) = (start + seen - (size + 1), size + 1);
        }

        var items = new T[Math.Min(seen, size)];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = rows[start + index];
        }

        return new Page<T>(
            items,
            new Cursor(size, cursor.Offset - 1, IsPrevious: true),
            cursor.Offset > 0,
            new Cursor(size, cursor.Offset + 1, IsPrevious: false),
            seen > size)
        {
            Hits = counted ? rows.Count : null,
        };
    }
}
