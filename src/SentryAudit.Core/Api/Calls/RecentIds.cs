namespace SentryAudit.Api.Calls;

/// <summary>The ids of the last few pages, to recognise an item that slid onto the next one.</summary>
internal sealed class RecentIds(int pages)
{
    private readonly Queue<HashSet<string>> _pages = new();
    private HashSet<string> _current = new(StringComparer.Ordinal);

    public void StartPage()
    {
        _current = _pages.Count < pages ? new HashSet<string>(StringComparer.Ordinal) : _pages.Dequeue();
        _current.Clear();
        _pages.Enqueue(_current);
    }

    /// <summary>True the first time an id is shown; always true for items without one.</summary>
    public bool IsNew(string? id)
    {
        if (id is null)
        {
            return true;
        }

        foreach (var page in _pages)
        {
            if (page.Contains(id))
            {
                return false;
            }
        }

        return _current.Add(id);
    }
}
