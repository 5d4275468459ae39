namespace SentryAudit;

/// <summary>The keys a listing is limited to, and which of them found something.</summary>
internal sealed class KeySelection<TKey, TObject>(IReadOnlyList<TKey> keys, Func<TKey, TObject, bool> matches)
    where TKey : EntityReference
{
    private readonly HashSet<TKey> _unmatched = [.. keys.Where(key => !key.IsPattern)];

    /// <summary>Named keys that matched nothing yet. A pattern may match nothing; a name may not.</summary>
    public IEnumerable<TKey> Unmatched => _unmatched;

    /// <summary>True for every object when there are no keys.</summary>
    public bool Matches(TObject candidate)
    {
        var found = keys.Count == 0;
        foreach (var key in keys)
        {
            if (matches(key, candidate))
            {
                _unmatched.Remove(key);
                found = true;
            }
        }

        return found;
    }
}
