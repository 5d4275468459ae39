using SentryAudit.Models;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes the objects its keys name. Input is collected: a thousand keys cost one lookup.</summary>
/// <typeparam name="TKey">How the objects are named.</typeparam>
/// <typeparam name="TObject">The objects.</typeparam>
public abstract class SentryChangeCmdlet<TKey, TObject> : SentryChangingCmdlet<TObject>
    where TKey : EntityReference
    where TObject : class
{
    private readonly KeySelection<TKey, TObject> _selection;

    private protected SentryChangeCmdlet(Func<TKey, TObject, bool> matches) => _selection = new KeySelection<TKey, TObject>(matches);

    /// <summary>The keys bound from the command line or the current input object.</summary>
    private protected abstract IReadOnlyList<TKey>? Keys { get; }

    /// <summary>What is looked up, in the plural, for progress.</summary>
    private protected abstract string What { get; }

    /// <summary>The candidates in an organization. All of them where a guard has to know the others.</summary>
    private protected abstract IAsyncEnumerable<TObject> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken);

    /// <summary>Whether all that was given with a key is true of an object it names.</summary>
    private protected virtual bool Fits(TKey key, TObject candidate) => true;

    private protected override IEnumerable<EntityReference> CollectKeys() => _selection.Add(Keys);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _selection.Unmatched;

    private protected sealed override async Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        // Nothing named is nobody, not everybody.
        TKey[] keys = [.. _selection.Keys.Where(key => IsMeantIn(organization, key))];
        if (keys is [])
        {
            return ([], []);
        }

        var all = new List<TObject>();
        var progress = new ListingProgress(Pipeline, Clock, $"Looking up {What} of {organization}");
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

        var (chosen, ambiguous) = _selection.Choose(all, (key, candidate) => keys.Contains(key) && Fits(key, candidate));
        ReportAmbiguous(ambiguous, organization);
        return (chosen, all);
    }
}
