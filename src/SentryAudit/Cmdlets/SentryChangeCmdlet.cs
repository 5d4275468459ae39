using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes the objects its keys name. Keys are collected first: a thousand of them cost one lookup.</summary>
/// <typeparam name="TKey">How the objects are named.</typeparam>
/// <typeparam name="TObject">The objects.</typeparam>
public abstract class SentryChangeCmdlet<TKey, TObject> : SentryChangingCmdlet<TObject>
    where TKey : EntityReference
    where TObject : class
{
    private readonly KeySelection<TKey, TObject> _selection;

    // The organizations whose objects were all listed by the look-up.
    private readonly Dictionary<string, IReadOnlyList<TObject>> _listedWhole = new(StringComparer.Ordinal);

    private protected SentryChangeCmdlet(Func<TKey, TObject, bool> matches) => _selection = new KeySelection<TKey, TObject>(matches);

    /// <summary>The keys bound from the command line or the current input object.</summary>
    private protected abstract IReadOnlyList<TKey>? Keys { get; }

    /// <summary>The kind of object in the plural, for progress: <c>teams</c>.</summary>
    private protected abstract string PluralNoun { get; }

    /// <summary>The objects of an organization that the keys may name; all objects, where a guard has to know the others.</summary>
    private protected abstract IAsyncEnumerable<TObject> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken);

    /// <summary>
    /// All objects of the kind that an organization has, to tell whether many of them are changed; null where only the number of
    /// changes counts, for example because an organization has thousands.
    /// </summary>
    private protected virtual IAsyncEnumerable<TObject>? ListAll(
        OrganizationHome organization,
        CancellationToken cancellationToken) => null;

    /// <summary>All objects of the kind, whatever the filters leave out.</summary>
    private protected virtual IAsyncEnumerable<TObject>? ListUnfiltered(
        OrganizationHome organization, CancellationToken cancellationToken) => ListAll(organization, cancellationToken);

    /// <summary>Whether the look-up of these keys has listed all objects of the organization.</summary>
    private protected virtual bool IsListedWhole(IReadOnlyList<TKey> keys) => keys.Any(key => key.IsPattern);

    /// <summary>Whether an object is one of those that the call takes its part of, for example a key that is active.</summary>
    private protected virtual bool Counts(TObject candidate) => true;

    /// <summary>Whether an object also has what the input gave beside the key, for example the project in the same row.</summary>
    private protected virtual bool Fits(TKey key, TObject candidate) => true;

    /// <summary>Ends a call that names no change.</summary>
    /// <param name="parameters">The parameters that name one.</param>
    private protected void RequireChange(bool isAny, string parameters)
    {
        if (!isAny)
        {
            Pipeline.Terminate(ChangeFaults.NothingToChange(parameters), target: null);
        }
    }

    private protected override IEnumerable<EntityReference> CollectKeys() => _selection.Add(Keys);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _selection.Unmatched;

    private protected sealed override async Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        // Without a key for this organization nothing is changed here. To a listing no keys would mean everything.
        TKey[] keys = [.. _selection.Keys.Where(key => AppliesTo(organization, key))];
        if (keys is [])
        {
            return ([], []);
        }

        var all = new List<TObject>();
        var progress = new ListingProgress(Pipeline, Clock, $"Looking up {PluralNoun} of {organization}");
        try
        {
            await foreach (var candidate in ListAsync(organization, keys, cancellationToken))
            {
                progress.Count();
                all.Add(candidate);
            }
        }
        finally
        {
            progress.Complete();
        }

        if (IsListedWhole(keys))
        {
            _listedWhole[organization.Slug] = all;
        }

        var (chosen, ambiguous) = _selection.Choose(all, (key, candidate) => keys.Contains(key) && Fits(key, candidate));
        ReportAmbiguous(ambiguous, organization);
        return (chosen, all);
    }

    private protected sealed override IAsyncEnumerable<EntityReference>? FindNamesAsync(
        OrganizationHome organization, IReadOnlyList<EntityReference> names, CancellationToken cancellationToken) =>
        names.OfType<TKey>().Any()
            ? ListUnfiltered(organization, cancellationToken)?.SelectMany(_selection.NamesOf, cancellationToken)
            : null;

    // Where only the named objects were looked up, one page more tells: it is read as far as the answer is open.
    private protected sealed override async Task<int?> CountAllAsync(
        OrganizationHome organization,
        int limit,
        CancellationToken cancellationToken)
    {
        if (ListAll(organization, cancellationToken) is not { } all)
        {
            return null;
        }

        if (_listedWhole.TryGetValue(organization.Slug, out var whole))
        {
            return whole.Count(Counts);
        }

        var count = 0;
        await foreach (var candidate in all)
        {
            count += Counts(candidate) ? 1 : 0;
            if (count >= limit)
            {
                return null;
            }
        }

        return count;
    }
}
