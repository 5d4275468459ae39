using System.Collections.Concurrent;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>
/// Looks by id for objects that an earlier state knows and a listing leaves out, before anything is called removed: Sentry does not list
/// members whose account is deactivated, nor the disabled rules of older versions.
/// </summary>
internal sealed class UnlistedObjects(ISentrySource source, OrganizationHome organization)
{
    private const int Parallelism = 8;

    // A person is looked for once, as a member and for all teams.
    private readonly ConcurrentDictionary<string, Lazy<Task<SentryMember?>>> _members = new(StringComparer.Ordinal);

    /// <summary>The listing with the objects that it left out. If one could not be looked for, the listing is not complete.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="listing">What Sentry listed.</param>
    /// <param name="stored">What the earlier state knows.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    public async Task<ListingResult<T>> AddToAsync<T>(
        InventoryKind<T> kind, ListingResult<T> listing, IEnumerable<InventoryEntry<T>> stored, CancellationToken cancellationToken)
        where T : class
    {
        if (listing.Fault is not null || !MayBeUnlisted(kind.Type))
        {
            return listing;
        }

        var listed = listing.Items.SelectMany(item => kind.OtherKeys(item).Prepend(kind.Key(item))).ToHashSet(StringComparer.Ordinal);
        var missing = stored
            .Where(entry => entry.RemovedAt is null && !kind.OtherKeys(entry.Entity).Prepend(kind.Key(entry.Entity)).Any(listed.Contains))
            .Select(entry => entry.Entity);
        var items = listing.Items.ToList();
        try
        {
            var looked = missing.SelectInParallel(
                Parallelism, async (entity, ct) => (T?)await FindAsync(entity, ct).ConfigureAwait(false), cancellationToken);
            await foreach (var found in looked.ConfigureAwait(false))
            {
                items.AddRange(found is null ? [] : [found]);
            }

            return new ListingResult<T>(items, Fault: null);
        }
        catch (SentryException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return new ListingResult<T>(items, fault);
        }
    }

    private static bool MayBeUnlisted(SentryEntityType type) =>
        type is SentryEntityType.Member or SentryEntityType.TeamMember or SentryEntityType.AlertRule;

    private async Task<object?> FindAsync(object entity, CancellationToken cancellationToken) => entity switch
    {
        SentryMember member => await FindAsync(member.Id, cancellationToken).ConfigureAwait(false),
        SentryTeamMember place => await IsKeptAsync(place, cancellationToken).ConfigureAwait(false) ? place : null,
        SentryAlertRule rule => await source.FindAlertRuleAsync(organization, rule, cancellationToken).ConfigureAwait(false),
        _ => null,
    };

    // The list of a team is right about everybody but those whom it leaves out.
    private async Task<bool> IsKeptAsync(SentryTeamMember place, CancellationToken cancellationToken) =>
        await FindAsync(place.MemberId, cancellationToken).ConfigureAwait(false) is { IsActive: false, TeamSlugs: { } teams }
        && teams.Contains(place.TeamSlug, StringComparer.Ordinal);

    private Task<SentryMember?> FindAsync(string id, CancellationToken cancellationToken) =>
        _members.GetOrAdd(
            id, _ => new Lazy<Task<SentryMember?>>(() => source.FindMemberAsync(organization, id, cancellationToken))).Value;
}
