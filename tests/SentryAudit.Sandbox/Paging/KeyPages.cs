using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>
/// Sentry's keyed paginator, highest key first: the cursor holds the key of the next row, and how many rows of that key were
/// already sent. The key is mostly a millisecond, so that the newest come first.
/// </summary>
internal sealed class KeyPages<T>(Func<T, long> keyOf)
{
    public Page<T> Page(IReadOnlyList<T> highestFirst, Func<T, bool> wanted, Exchange exchange, int? pageSize = null)
    {
        var size = pageSize ?? PageSize.From(exchange);
        var cursor = Cursor.From(exchange);
        var start = cursor is { } from ? Position(highestFirst, from.Value) : 0;
        var rows = cursor is { IsPrevious: true }
            ? Before(highestFirst, start, size, wanted)
            : Take(highestFirst, start, (cursor?.Offset ?? 0) + size + 1, wanted);
        var skip = cursor is { IsPrevious: false } forward ? (int)forward.Offset : 0;
        var items = rows.Skip(skip).Take(size).ToList();
        var hasNext = rows.Count > skip + size || cursor is { IsPrevious: true };
        var first = items.Count > 0 ? keyOf(items[0]) : cursor?.Value ?? 0;
        var last = items.Count > 0 ? keyOf(items[^1]) : first;
        return new Page<T>(
            items,
            new Cursor(first, 0, IsPrevious: true),
            cursor is { IsPrevious: false } || (cursor is not null && items.Count == size && start > size),
            hasNext ? NextCursor(rows, skip + items.Count, cursor) : new Cursor(last, 0, IsPrevious: false),
            hasNext);
    }

    private Cursor NextCursor(List<T> rows, int next, Cursor? cursor)
    {
        if (next >= rows.Count)
        {
            return new Cursor(cursor?.Value ?? 0, 0, IsPrevious: false);
        }

        var key = keyOf(rows[next]);
        var sameBefore = 0;
        while (sameBefore < next && keyOf(rows[next - 1 - sameBefore]) == key)
        {
            sameBefore++;
        }

        return new Cursor(key, sameBefore, IsPrevious: false);
    }

    /// <summary>Index of the first row whose key is not higher.</summary>
    private int Position(IReadOnlyList<T> rows, long key)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = keyOf(rows[middle]) > key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<T> Take(
        IReadOnlyList<T> rows, int start, long most, Func<T, bool> wanted)
    {
        var found = new List<T>();
        for (var index = start; index < rows.Count && found.Count < most; index++)
        {
            if (wanted(rows[index]))
            {
                found.Add(rows[index]);
            }
        }

        return found;
    }

    private static List<T> Before(
        IReadOnlyList<T> rows, int end, int size, Func<T, bool> wanted)
    {
        var found = new List<T>();
        for (var index = end - 1; index >= 0 && found.Count < size; index--)
        {
            if (wanted(rows[index]))
            {
                found.Add(rows[index]);
            }
        }

        found.Reverse();
        return found;
    }
}
