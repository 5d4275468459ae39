namespace SentryAudit.Api.Calls;

/// <summary>
/// Reads a list by computed cursors, and checks each page: one that holds an item of this pass follows without a gap, whatever was added
/// or removed meanwhile. Where none is known the list moved by a page or more, and the pass goes back until one shows.
/// </summary>
internal sealed class AnchoredPass<T> : IListPass<T>
{
    // A server that does not know computed cursors gives other pages, and gives them for ever.
    private const int MostPagesInVain = 10;
    private const int MostReturnsInVain = 2;

    private readonly AnchoredPages _plan;
    private readonly PageAhead<T> _ahead;
    private readonly Func<Page<T>, bool> _isAnchored;
    private readonly SeenIds _seen;
    private long _number;
    private long _known;
    private (int Pages, int Returns, long Patience) _vain = (0, 0, MostPagesInVain);
    private bool _wentBack;

    public AnchoredPass(AnchoredPages plan, PageAhead<T> ahead, SeenIds seen, Func<T, string?> id)
    {
        (_plan, _ahead, _seen) = (plan, ahead, seen);
        _isAnchored = page => page.Items.Any(item => seen.IsInPass(id(item)));
        _ahead.Ask(plan.CursorOf(1));
    }

    public bool IsWhole => Rows is not null;

    public long? Rows { get; private set; }

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (!_ahead.IsAsked || IsInVain() || await TakeAsync(cancellationToken).ConfigureAwait(false) is not { } page)
        {
            return null;
        }

        _number++;
        _wentBack = false;
        for (long back = 1; _number > 0 && !_isAnchored(page); back *= 2)
        {
            // Far back at once, in case everything in front is gone; what is then read twice is not in vain.
            _vain.Patience += Math.Min(back, _number);
            _number = Math.Max(0, _number - back);
            _wentBack = _number == 0;
            _ahead.Ask(_plan.CursorOf(_number));
            page = await _ahead.TakeAsync(cancellationToken).ConfigureAwait(false);
        }

        if (page.Next?.HasNext is null)
        {
            throw PagingFaults.Unclear();
        }

        if (_plan.IsLast(_number, page))
        {
            Rows = _plan.ItemsUpTo(_number, page);
        }
        else
        {
            _ahead.Ask(_plan.CursorOf(_number + 1));
        }

        return page;
    }

    public void Dispose() => _ahead.Dispose();

    private bool IsInVain()
    {
        var isNew = _seen.InPass > _known;
        _known = _seen.InPass;
        _vain = isNew
            ? (0, 0, MostPagesInVain)
            : (_vain.Pages + 1, _vain.Returns + (_wentBack ? 1 : 0), _vain.Patience);
        return _vain.Pages > _vain.Patience || _vain.Returns == MostReturnsInVain;
    }

    private async Task<Page<T>?> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _ahead.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException fault) when (fault.Status is 400 && _number == 0)
        {
            // This server takes its own cursors only.
            return null;
        }
    }
}
