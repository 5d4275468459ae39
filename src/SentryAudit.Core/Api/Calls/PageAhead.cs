namespace SentryAudit.Api.Calls;

/// <summary>A page that is asked for before it is needed.</summary>
/// <param name="fetch">Gets the page of a cursor; null is the first.</param>
internal sealed class PageAhead<T>(Func<string?, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken) : IDisposable
{
    private Task<Page<T>>? _page;

    public bool IsAsked => _page is not null;

    public void Ask(string? cursor) => _page = fetch(cursor, cancellationToken);

    public async Task<Page<T>> TakeAsync()
    {
        var page = _page!;
        var read = await page.ConfigureAwait(false);
        _page = null;
        return read;
    }

    /// <summary>Abandons the page; that it then fails interests nobody.</summary>
    public void Dispose() => _page?.ContinueWith(
        static page => _ = page.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
