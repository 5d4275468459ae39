using System.Runtime.CompilerServices;
using SentryAudit.Models;

namespace SentryAudit.Api.Calls;

/// <summary>
/// A listing of what keys name. A search of Sentry may miss what this module would match: some of its versions compare slugs and
/// addresses letter by letter, others know a search key not at all and find nothing. So before a key is said to name nothing, the whole
/// list is looked through.
/// </summary>
/// <param name="list">Lists what a search finds; everything for null.</param>
/// <param name="matches">Whether a key names an object.</param>
/// <param name="id">What an object is known by.</param>
internal sealed class NamedListing<TKey, TModel>(
    Func<string?, IAsyncEnumerable<TModel>> list, Func<TKey, TModel, bool> matches, Func<TModel, string> id)
    where TKey : EntityReference
{
    /// <summary>What the search finds, and then what it missed of the keys.</summary>
    /// <param name="organization">Whose list it is.</param>
    /// <param name="keys">What is wanted.</param>
    /// <param name="search">The keys as a search; null where no search can say them, so that everything is listed.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    public async IAsyncEnumerable<TModel> ReadAsync(
        OrganizationHome organization,
        IReadOnlyList<TKey> keys,
        string? search,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var missed = search is null ? [] : keys.Where(key => MayBeMissed(key, organization)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in list(search).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            missed.RemoveAll(key => matches(key, item));
            seen.Add(id(item));
            yield return item;
        }

        if (missed.Count == 0)
        {
            yield break;
        }

        await foreach (var item in list(null).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (missed.Exists(key => matches(key, item)) && seen.Add(id(item)))
            {
                yield return item;
            }
        }
    }

    // The id of an object is Sentry's own: a search for it misses nothing.
    private static bool MayBeMissed(TKey key, OrganizationHome organization) =>
        key.IsIn(organization.Slug) && !(key.IsId && key.Organization is not null);
}
