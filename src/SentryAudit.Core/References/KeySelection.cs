namespace SentryAudit.References;

/// <summary>The keys that a listing is limited to, and which of them have matched something.</summary>
/// <param name="matches">Whether a key names an object.</param>
/// <param name="expectsMatches">
/// Whether a pattern is expected to match something, too, as it is where it limits a listing of something else.
/// </param>
internal sealed class KeySelection<TKey, TObject>(Func<TKey, TObject, bool> matches, bool expectsMatches = false)
    where TKey : EntityReference
{
    private readonly List<TKey> _keys = [];
    private readonly HashSet<TKey> _added = [];
    private readonly HashSet<TKey> _unmatched = [];

    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>
    /// Whether a key is a pattern that may also be a name, for example <c>CPU [prod]</c>. Which of the two it is, only all
    /// objects show: where one is called so, it means that one.
    /// </summary>
    public bool MayBeNames => _keys.Exists(key => key.IsPattern && key.Value.Contains('[', StringComparison.Ordinal));

    /// <summary>
    /// Keys that matched nothing yet. As a rule patterns are not among them: a pattern may match nothing, a name may not.
    /// </summary>
    public IEnumerable<EntityReference> Unmatched => _unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<TKey>? keys)
    {
        // PowerShell binds a key of the command line again for every input object.
        _keys.AddRange((keys ?? []).Where(_added.Add));
        _unmatched.UnionWith((keys ?? []).Where(key => expectsMatches || !key.IsPattern));
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

    /// <summary>The keys, patterns aside, that name an object. They do not count as matched by that.</summary>
    public IEnumerable<TKey> NamesOf(TObject candidate) => _keys.Where(key => !key.IsPattern && matches(key, candidate));

    /// <summary>
    /// The objects that the keys name for certain: a name that several objects have chooses none of them; a pattern may
    /// choose many.
    /// </summary>
    /// <param name="applies">Whether a key may choose an object that it matches.</param>
    public (IReadOnlyList<TObject> Chosen, IReadOnlyList<TKey> Ambiguous) Choose(
        IReadOnlyCollection<TObject> candidates,
        Func<TKey, TObject, bool> applies)
    {
        // A pattern that something is called by is that name, and a pattern no more; so it is known only after a first look at all.
        foreach (var candidate in candidates)
        {
            _keys.Exists(key => key.IsPattern && matches(key, candidate));
        }

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
    /// <param name="applies">Whether a key was given for the organization at hand.</param>
    public async Task<IReadOnlyList<TObject>?> ResolveAsync(
        Func<TKey, bool> applies,
        Func<IReadOnlyList<TKey>, IAsyncEnumerable<TObject>> list)
    {
        if (_keys.Count == 0)
        {
            return null;
        }

        // To a listing no keys would mean everything.
        TKey[] keys = [.. _keys.Where(applies)];
        var found = new List<TObject>();
        if (keys is [])
        {
            return found;
        }

        await foreach (var candidate in list(keys).ConfigureAwait(false))
        {
            if (Matches(candidate, applies))
            {
                found.Add(candidate);
            }
        }

        return found.FindAll(candidate => Matches(candidate, applies));
    }
}
