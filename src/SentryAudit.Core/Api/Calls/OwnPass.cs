namespace SentryAudit.Api.Calls;

/// <summary>
/// Reads a list by the cursors that Sentry gives. Lists by a key have no gaps: each page starts at a key, whatever was removed in front of
/// it. Of other cursors nothing is known; then further passes have to prove the list.
/// </summary>
internal sealed class OwnPass<T> : IListPass<T>
{
    // Sentry thins out some pages after paging, so a few may be empty.
    private const int MostEmptyPages = 5;
    private const int MostPagesInVain = 10;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly PageAhead<T> _ahead;
    private readonly SeenIds _seen;
    private bool _isByKey = true;
    private long _rows;
    private long _known = -1;
    private (int Pages, int Empty) _vain;
    private SentryException? _fault;

    public OwnPass(Page<T> first, PageAhead<T> ahead, SeenIds seen)
    {
        (_ahead, _seen) = (ahead, seen);
        Plan(first);
    }

    public bool IsWhole => Rows is not null && _isByKey;

    public long? Rows { get; private set; }

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_fault is not null)
        {
            throw _fault;
        }

        if (!_ahead.IsAsked)
        {
            return null;
        }

        _vain.Pages = _seen.InPass > _known ? 0 : _vain.Pages + 1;
        _known = _seen.InPass;
        if (_vain.Pages == MostPagesInVain)
        {
            throw PagingFaults.Endless($"{MostPagesInVain} pages");
        }

        var page = await _ahead.TakeAsync(cancellationToken).ConfigureAwait(false);
        Plan(page);
        return page;
    }

    public void Dispose() => _ahead.Dispose();

    private void Plan(Page<T> page)
    {
        _rows += page.Items.Count;
        _vain.Empty = page.Rows == 0 ? _vain.Empty + 1 : 0;
        if (page.Next is { HasNext: true, NextCursor: { Length: > 0 } next })
        {
            var cursor = Choose(next, page.Rows);
            _fault = _vain.Empty == MostEmptyPages ? PagingFaults.Endless($"{MostEmptyPages} empty pages")
                : _asked.Add(cursor) ? null
                : PagingFaults.Repeated(cursor);
            if (_fault is null)
            {
                _ahead.Ask(cursor);
            }
        }
        else if (page.Next?.HasNext is false)
        {
            Rows = _rows;
        }
        else
        {
            _fault = PagingFaults.Unclear();
        }
    }

    /// <summary>
    /// Sentry counts how many items of the same key it sent. If one of them is removed, the count skips another; so the page starts with
    /// all of that key, and those that came already are known.
    /// </summary>
    private string Choose(string next, int rows)
    {
        if (PageCursor.Parse(next) is not { IsKey: true } cursor)
        {
            _isByKey = false;
            return next;
        }

        var start = (cursor with { Offset = 0 }).ToString();
        var isClose = cursor.Offset < rows && !_asked.Contains(start);
        _isByKey &= cursor.Offset == 0 || isClose;
        return isClose ? start : next;
    }
}
