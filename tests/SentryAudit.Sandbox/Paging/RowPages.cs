using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>Sentry's paginator of event lists: the cursor holds a zero and the number of rows before the page (<c>0:200:0</c>).</summary>
internal static class RowPages
{
    public static Page<T> Page<T>(IReadOnlyList<T> rows, Exchange exchange)
    {
        var size = PageSize.From(exchange);
        var cursor = Cursor.From(exchange) ?? default;
        if (cursor.Offset < 0)
        {
            throw ApiError.BadRequest("Pagination offset cannot be negative");
        }

        var place = (int)Math.Min(rows.Count, cursor.Offset);
        var start = Math.Max(0, place - (cursor.Offset > 0 ? exchange.Shift : 0));
        var end = Math.Min(rows.Count, start + size);
        var items = new T[end - start];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = rows[start + index];
        }

        return new Page<T>(
            items,
            new Cursor(0, Math.Max(0, cursor.Offset - size), IsPrevious: true),
            cursor.Offset > 0,
            new Cursor(0, Math.Min(cursor.Offset, rows.Count) + size, IsPrevious: false),
            end < rows.Count);
    }
}
