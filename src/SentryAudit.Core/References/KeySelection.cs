namespace SentryAudit.References;

/// <summary>The keys a listing is limited to, and which of them found something.</summary>
internal sealed class KeySelection<TKey, TObject>(Func<TKey, TObject, bool> matches)
    where TKey : EntityReference
{
    private readonly List<TKey> _keys = [];
    private readonly HashSet<TKey> _known = [];
    private readonly HashSet<TKey> _unmatched = [];

    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>Named keys that matched nothing yet. A pattern may match nothing; a name may not.</summary>
    public IEnumerable<EntityReference> Unmatched => _unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<TKey>? keys)
    {
        // One from the command line comes again with every input object.
        _keys.AddRange((keys ?? []).Where(_known.Add));
        _unmatched.UnionWith((keys ?? []).Where(key => !key.IsPattern));
        return keys ?? [];
    }

    /// <summary>True for every object when there are no keys.</summary>
    public bool Matches(TObject candidate) => Matches(candidate, static _ => true);

    /// <summary>True for every object when there are no keys.</summary>
    /// <param name="isMeant">Whether a key means anything here.</param>
    public bool Matches(TObject candidate, Func<TKey, bool> isMeant)
    {
        var found = _keys.Count == 0;
        foreach (var key in _keys)
        {
            if (matches(key, candidate) && isMeant(key))
            {
                _unmatched.Remove(key);
                found = true;
            }
        }

        return found;
    }

    /// <summary>What the keys name, exactly: a name that several answer to names none of them. A pattern may name many.</summary>
    /// <param name="isMeant">Whether a key means an object that it names.</param>
    public (IReadOnlyList<TObject> Chosen, IReadOnlyList<TKey> Ambiguous) Choose(
        IReadOnlyCollection<TObject> candidates,
        Func<TKey, TObject, bool> isMeant)
    {
        var found = candidates
            .Select(candidate => (Candidate: candidate, Keys: _keys.FindAll(key => matches(key, candidate) && isMeant(key, candidate))))
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

    /// <summary>The objects that the keys name; null without keys, which means all.</summary>
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
