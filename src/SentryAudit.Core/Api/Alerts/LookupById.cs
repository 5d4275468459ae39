using SentryAudit.Api.Calls;
using SentryAudit.Models;

namespace SentryAudit.Api.Alerts;

/// <summary>One property of objects that others name by id only: asked for many ids at a time, and once for each object.</summary>
/// <param name="listing">Where the objects are.</param>
/// <param name="property">What is wanted of an object.</param>
internal sealed class LookupById<TWire>(
    ApiConnection api, Listing<TWire> listing, OrganizationHome organization, Func<TWire, string?> property)
{
    /// <summary>The most ids in one question: more would make an address that proxies refuse.</summary>
    public const int MostIds = 100;

    private readonly Dictionary<string, string?> _found = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string?> Found => _found;

    /// <summary>Asks for those of some objects that are not known yet.</summary>
    public async Task AddAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Where(id => !_found.ContainsKey(id)).Chunk(MostIds).ToArray())
        {
            var named = listing with { Query = listing.Query.With("project", "-1").WithAll("id", chunk) };
            var items = api.ReadAsync(named, organization, cancellationToken).AsFarAsTold(cancellationToken);
            await foreach (var (item, _) in items.ConfigureAwait(false))
            {
                _found[listing.Id(item)!] = property(item);
            }
        }
    }
}
