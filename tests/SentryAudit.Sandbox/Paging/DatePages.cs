using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>
/// Sentry's date paginator, newest first: the cursor holds the millisecond of the next row, and how many rows of that
/// millisecond were already sent.
/// </summary>
internal static class DatePages
{
    public static Page<SandboxRelease> Page(
        IReadOnlyList<SandboxRelease> newestFirst, Func<SandboxRelease, bool> wanted, Exchange exchange)
    {
        var size = PageSize.From(exchange);
        var cursor = Cursor.From(exchange);
        var start = cursor is { } from ? Position(newestFirst, from.Value) : 0;
        var rows = cursor is { IsPrevious: true }
            ? Before(newestFirst, start, size, wanted)
            : Take(newestFirst, start, (cursor?.Offset ?? 0) + size + 1, wanted);
        var skip = cursor is { IsPrevious: false } forward ? (int)forward.Offset : 0;
        var items = rows.Skip(skip).Take(size).ToList();
        var hasNext = rows.Count > skip + size || cursor is { IsPrevious: true };
        var first = items.Count > 0 ? Millisecond(items[0]) : cursor?.Value ?? 0;
        var last = items.Count > 0 ? Millisecond(items[^1]) : first;
        return new Page<SandboxRelease>(
            items,
            new Cursor(first, 0, IsPrevious: true),
            cursor is { IsPrevious: false } || (cursor is not null && items.Count == size && start > size),
            hasNext ? NextCursor(rows, skip + items.Count, cursor) : new Cursor(last, 0, IsPrevious: false),
            hasNext);
    }

    /// <summary>Sentry rounds up, so that rows of the same millisecond stay on the page side of the cursor.</summary>
    private static long Millisecond(SandboxRelease release) =>
        (release.DateCreated.UtcTicks - DateTimeOffset.UnixEpoch.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;

    private static Cursor NextCursor(List<SandboxRelease> rows, int next, Cursor? cursor)
    {
        if (next >= rows.Count)
        {
            return new Cursor(cursor?.Value ?? 0, 0, IsPrevious: false);
        }

        var key = Millisecond(rows[next]);
        var sameBefore = 0;
        while (sameBefore < next && Millisecond(rows[next - 1 - sameBefore]) == key)
        {
            sameBefore++;
        }

        return new Cursor(key, sameBefore, IsPrevious: false);
    }

    /// <summary>Index of the first row that is not newer than the millisecond.</summary>
    private static int Position(IReadOnlyList<SandboxRelease> rows, long millisecond)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Millisecond(rows[middle]) > millisecond ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<SandboxRelease> Take(
        IReadOnlyList<SandboxRelease> rows, int start, long most, Func<SandboxRelease, bool> wanted)
    {
        var found = new List<SandboxRelease>();
        for (var index = start; index < rows.Count && found.Count < most; index++)
        {
            if (wanted(rows[index]))
            {
                found.Add(rows[index]);
            }
        }

        return found;
    }

    private static List<SandboxRelease> Before(
        IReadOnlyList<SandboxRelease> rows, int end, int size, Func<SandboxRelease, bool> wanted)
    {
        var found = new List<SandboxRelease>();
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
