namespace SentryAudit.Api.Calls;

/// <summary>A page that is asked for before it is needed.</summary>
/// <param name="fetch">Gets the page of a cursor; null is the first.</param>
/// <param name="abandon">Ends the request when nobody wants the page any more.</param>
internal sealed class PageAhead<T>(Func<string?, CancellationToken, Task<Page<T>>> fetch, CancellationToken abandon) : IDisposable
{
    private Task<Page<T>>? _page;

    public bool IsAsked => _page is not null;

    public void Ask(string? cursor) => _page = fetch(cursor, abandon);

    public async Task<Page<T>> TakeAsync(CancellationToken cancellationToken)
    {
        var read = await _page!.WaitAsync(cancellationToken).ConfigureAwait(false);
        _page = null;
        return read;
    }

    /// <summary>Abandons the page; that it then fails interests nobody.</summary>
    public void Dispose() => _ = _page?.ContinueWith(
        static page => _ = page.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
