namespace SentryAudit.References;

/// <summary>The keys that a listing is limited to, and which of them have matched something.</summary>
internal sealed class KeySelection<TKey, TObject>(Func<TKey, TObject, bool> matches)
    where TKey : EntityReference
{
    private readonly List<TKey> _keys = [];
    private readonly HashSet<TKey> _added = [];
    private readonly HashSet<TKey> _unmatched = [];

    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>Keys that matched nothing yet. Patterns are not among them: a pattern may match nothing, a name may not.</summary>
    public IEnumerable<EntityReference> Unmatched => _unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<TKey>? keys)
    {
        // PowerShell binds a key of the command line again for every input object.
        _keys.AddRange((keys ?? []).Where(_added.Add));
        _unmatched.UnionWith((keys ?? []).Where(key => !key.IsPattern));
        return keys ?? [];
    }

    /// <summary>Whether a key matches; true for every object when there are no keys.</summary>
    public bool Matches(TObject candidate) => Matches(candidate, static _ => true);

    /// <summary>Whether a key matches; true for every object when there are no keys.</summary>
    /// <param name="applies">Whether a key was given for the organization at hand.</param>
    public bool Matches(TObject candidate, Func<TKey, bool> applies)
    {
        var found = _keys.Count == 0;
        foreach (var key in _keys)
        {
            if (matches(key, candidate) && applies(key))
            {
                _unmatched.Remove(key);
                found = true;
            }
        }

        return found;
    }

    /// <summary>
    /// The objects that the keys name for certain: a name that several objects have chooses none of them; a pattern may
    /// choose many.
    /// </summary>
    /// <param name="applies">Whether a key may choose an object that it matches.</param>
    public (IReadOnlyList<TObject> Chosen, IReadOnlyList<TKey> Ambiguous) Choose(
        IReadOnlyCollection<TObject> candidates,
        Func<TKey, TObject, bool> applies)
    {
        var found = candidates
            .Select(candidate => (Candidate: candidate, Keys: _keys.FindAll(key => matches(key, candidate) && applies(key, candidate))))
            .Where(match => match.Keys.Count > 0)
            .ToArray();
        var counts = found
            .SelectMany(match => match.Keys)
            .Where(key => !key.IsPattern)
            .GroupBy(key => key)
            .ToDictionary(same => same.Key, same => same.Count());
        _unmatched.ExceptWith(counts.Keys);
        return (
            [.. found.Where(match => match.Keys.Exists(key => counts.GetValueOrDefault(key) <= 1)).Select(match => match.Candidate)],
            [.. counts.Where(count => count.Value > 1).Select(count => count.Key)]);
    }

    /// <summary>The objects that the keys name; null when there are no keys, which means all.</summary>
    public async Task<IReadOnlyList<TObject>?> ResolveAsync(Func<IReadOnlyList<TKey>, IAsyncEnumerable<TObject>> list)
    {
        if (_keys.Count == 0)
        {
            return null;
        }

        var found = new List<TObject>();
        await foreach (var candidate in list(_keys).ConfigureAwait(false))
        {
            if (Matches(candidate))
            {
                found.Add(candidate);
            }
        }

        return found;
    }
}
