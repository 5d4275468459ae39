using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that lists objects of one kind: all of them, or those its keys name. The cmdlet itself only says what to
/// list.
/// </summary>
/// <typeparam name="TKey">How the objects are named.</typeparam>
/// <typeparam name="TObject">The objects.</typeparam>
public abstract class SentryListingCmdlet<TKey, TObject> : SentryOrganizationCmdlet
    where TKey : EntityReference
    where TObject : class
{
    private readonly KeySelection<TKey, TObject> _selection;

    private protected SentryListingCmdlet(Func<TKey, TObject, bool> matches) => _selection = new KeySelection<TKey, TObject>(matches);

    /// <summary>The keys bound from the command line or the current input object.</summary>
    private protected abstract IReadOnlyList<TKey>? Keys { get; }

    /// <summary>The kind of object in the plural, for progress: <c>teams</c>.</summary>
    private protected abstract string PluralNoun { get; }

    /// <summary>The objects of an organization. With the keys Sentry can be asked for fewer; they are matched again afterwards.</summary>
    private protected abstract IAsyncEnumerable<TObject> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken);

    /// <summary>
    /// A further filter, for parameters such as <c>-Role</c>. One that asks for values that may be unknown counts those.
    /// </summary>
    private protected virtual bool Includes(TObject candidate) => true;

    /// <summary>
    /// The named objects, whatever the filters leave out; null where no filter is applied before an object is matched with the keys.
    /// </summary>
    private protected virtual IAsyncEnumerable<TObject>? ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<TKey> keys, CancellationToken cancellationToken) => null;

    private protected override IEnumerable<EntityReference> CollectKeys() => _selection.Add(Keys);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _selection.Unmatched;

    private protected sealed override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(Pipeline, Clock, $"Reading {PluralNoun} of {organization}");
        var firstSeen = FindFirstSeen<TObject>(organization);
        var held = _selection.MayBeNames ? new List<TObject>() : null;
        try
        {
            await foreach (var item in ListAsync(organization, _selection.Keys, cancellationToken))
            {
                progress.Count();
                if (IsMeant(organization, item) && LeftOut.Note(_selection.NamesOf(item), Includes(item)))
                {
                    await WriteAsync(item, held, firstSeen);
                }
            }

            // Only now is it known whether something is called by a key that looks like a pattern.
            foreach (var item in (held ?? []).Where(item => IsMeant(organization, item)))
            {
                await WriteAsync(item, held: null, firstSeen);
            }
        }
        finally
        {
            progress.Complete();
            WarnOfUnknown(PluralNoun, organization);
        }
    }

    private protected override IAsyncEnumerable<EntityReference>? FindNamesAsync(
        OrganizationHome organization, IReadOnlyList<EntityReference> names, CancellationToken cancellationToken)
    {
        TKey[] keys = [.. _selection.Keys.Intersect(names.OfType<TKey>())];
        return keys is [] ? null : ListUnfiltered(organization, keys, cancellationToken)?.SelectMany(_selection.NamesOf, cancellationToken);
    }

    private bool IsMeant(OrganizationHome organization, TObject item) =>
        _selection.Matches(item, key => AppliesTo(organization, key));

    private async Task WriteAsync(TObject item, List<TObject>? held, FirstSeenFiller<TObject>? firstSeen)
    {
        if (held is not null)
        {
            held.Add(item);
            return;
        }

        if (firstSeen is not null)
        {
            await firstSeen.FillAsync(item);
        }

        Pipeline.Write(item);
    }
}
