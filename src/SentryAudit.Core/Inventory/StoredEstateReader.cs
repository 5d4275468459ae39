using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>Finds the inventories at a location.</summary>
internal static class StoredEstateReader
{
    /// <param name="location">Where to look.</param>
    /// <param name="report">Receives the faults of files and stores that are left out.</param>
    /// <exception cref="SentryException">
    /// There is no inventory of that time, or none that can be read, or there are inventories of several Sentrys.
    /// </exception>
    public static StoredEstate Open(StoredLocation location, Action<SentryException> report)
    {
        var faults = new List<SentryException>();
        var found = (File.Exists(location.Path) ? [OpenFile(location)] : OpenStores(location, faults)).ToArray();
        if (found.Length == 0)
        {
            throw faults.FirstOrDefault() ?? InventoryFaults.NotFound(location.Path);
        }

        faults.ForEach(report);
        var wanted = location.Host is { } host ? [.. found.Where(state => IsSame(state.Snapshot.Header.Host, host))] : found;
        var hosts = wanted
            .Select(state => state.Snapshot.Header.Host)
            .DistinctBy(address => address.AbsoluteUri, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return hosts switch
        {
            [] => throw OfflineFaults.NotOfHost(location.Path, location.Host!),
            [var only] => new StoredEstate
            {
                Path = location.Path,
                AsOf = location.AsOf?.ToUniversalTime(),
                Host = only,
                Organizations = [.. ToOrganizations(wanted, location.AsOf)],
            },
            _ => throw OfflineFaults.SeveralHosts(location.Path, hosts),
        };
    }

    private static bool IsSame(Uri host, Uri other) =>
        string.Equals(host.AbsoluteUri, other.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    private static (InventoryStore? Store, InventorySnapshot Snapshot) OpenFile(StoredLocation location)
    {
        var snapshot = InventorySnapshot.Open(location.Path);
        return location.AsOf < snapshot.Header.StartedAt
            ? throw OfflineFaults.NotThen(location.Path, location.AsOf.Value, snapshot.Header.StartedAt)
            : (null, snapshot);
    }

    private static IEnumerable<(InventoryStore? Store, InventorySnapshot Snapshot)> OpenStores(
        StoredLocation location,
        List<SentryException> faults)
    {
        foreach (var store in InventoryPlace.FindAll(location.Path))
        {
            if (OpenState(store, location.AsOf, faults.Add) is { } snapshot)
            {
                yield return (store, snapshot);
            }
            else if (location.AsOf is { } time && FindOldest(store) is { } oldest)
            {
                faults.Add(OfflineFaults.NotThen(store.Folder, time, oldest));
            }
        }
    }

    private static InventorySnapshot? OpenState(InventoryStore store, DateTimeOffset? asOf, Action<SentryException> report) =>
        asOf is { } time ? store.OpenAsOf(time, report) : store.OpenNewest(report);

    // Files that can't be read were reported when the store was opened.
    private static DateTimeOffset? FindOldest(InventoryStore store) =>
        store.OpenAll(static _ => { }).LastOrDefault()?.Header.StartedAt;

    // An organization whose id became known later has two folders, of which the newer one counts.
    private static IEnumerable<StoredOrganization> ToOrganizations(
        IEnumerable<(InventoryStore? Store, InventorySnapshot Snapshot)> found,
        DateTimeOffset? asOf) =>
        found
            .OrderByDescending(state => state.Snapshot.Header.StartedAt)
            .DistinctBy(state => state.Snapshot.Header.OrganizationSlug, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(state => FindDateCreated(state.Snapshot))
            .ThenBy(state => state.Snapshot.Header.OrganizationSlug, StringComparer.Ordinal)
            .Select(state => ToOrganization(state.Store, state.Snapshot, asOf));

    private static StoredOrganization ToOrganization(InventoryStore? store, InventorySnapshot snapshot, DateTimeOffset? asOf)
    {
        var header = snapshot.Header;
        InventorySnapshot Open() =>
            store is null
                ? InventorySnapshot.Open(snapshot.Path)
                : OpenState(store, asOf, static _ => { }) ?? throw InventoryFaults.NotFound(store.Folder);

        return new StoredOrganization(new OrganizationHome(header.OrganizationSlug, header.OrganizationId, header.Host), store, Open);
    }

    private static DateTimeOffset? FindDateCreated(InventorySnapshot snapshot)
    {
        try
        {
            return snapshot.Read(InventoryKinds.Organization).FirstOrDefault(entry => entry.RemovedAt is null)?.Entity.DateCreated;
        }
        catch (SentryException)
        {
            // The same fault is thrown again when the organization is listed.
            return null;
        }
    }
}
