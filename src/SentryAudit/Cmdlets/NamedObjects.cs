using SentryAudit.References;

namespace SentryAudit.Cmdlets;

/// <summary>The objects that a parameter such as <c>-Project</c> limits a listing to. Their keys are collected over all input.</summary>
internal abstract class NamedObjects<TKey, TObject>(Func<TKey, TObject, bool> matches)
    where TKey : EntityReference
{
    private readonly KeySelection<TKey, TObject> _keys = new(matches, expectsMatches: true);

    /// <summary>Whether nothing is named, which means all.</summary>
    public bool IsEmpty => _keys.Keys is [];

    /// <summary>Names and patterns that matched nothing in any organization.</summary>
    public IEnumerable<EntityReference> Unmatched => _keys.Unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<TKey>? keys) => _keys.Add(keys);

    /// <summary>The named objects of an organization; null when none was named, which means all.</summary>
    public Task<IReadOnlyList<TObject>?> ResolveAsync(KeyScope scope, CancellationToken cancellationToken) =>
        _keys.ResolveAsync(scope.Applies, keys => List(scope, keys, cancellationToken));

    /// <summary>Lists the objects of an organization; with the keys, so that Sentry can be asked for these only.</summary>
    private protected abstract IAsyncEnumerable<TObject> List(
        KeyScope scope,
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken);
}
