using System.Globalization;

namespace SentryAudit.Api.Calls;

/// <summary>
/// The plan of a list that is paged by offset: each page starts with the last item of the page before it, so that a page that fits shows
/// by its first item that nothing is missing between the two.
/// </summary>
/// <param name="Size">Items on a full page.</param>
/// <param name="IsByItem">Whether the cursor counts items (<c>0:99:0</c>), and not pages of a size (<c>99:1:0</c>).</param>
internal sealed record AnchoredPages(int Size, bool IsByItem)
{
    private int Step => Size - 1;

    /// <summary>The plan for what follows a first page; null when its cursor is of another kind.</summary>
    public static AnchoredPages? After<T>(Page<T> first)
    {
        // A first page that is not full was thinned out after paging. Where its pages end can't be seen from their length.
        var size = first.Rows;
        return size < 2 ? null : PageCursor.Parse(first.Next?.NextCursor) switch
        {
            { Offset: 1 } cursor when cursor.Number == size => new AnchoredPages(size, IsByItem: false),
            { Number: 0 } cursor when cursor.Offset == size => new AnchoredPages(size, IsByItem: true),
            _ => null,
        };
    }

    /// <summary>The cursor of a page; null for the first one, number 0.</summary>
    public string? CursorOf(long number) => number == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(IsByItem ? 0 : Step)}:{(IsByItem ? number * Step : number)}:0");

    /// <summary>Items of the list up to the end of a page.</summary>
    public long ItemsUpTo<T>(long number, Page<T> page) => (number * Step) + page.Rows;

    /// <summary>
    /// Whether nothing follows a page. For a page that Sentry cut by a computed size its <c>next</c> says "no more" in any case, so there
    /// only the length counts.
    /// </summary>
    public bool IsLast<T>(long number, Page<T> page) =>
        page.Next?.HasNext is false && (number == 0 || IsByItem || page.Rows < Size);
}
