using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>The inventories an offline connection reads: those of the organizations of one Sentry.</summary>
internal sealed record StoredEstate
{
    /// <summary>The file or folder that was named.</summary>
    public required string Path { get; init; }

    /// <summary>The time (UTC) as of which it is read; null for the newest state.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public required Uri Host { get; init; }

    /// <summary>The youngest first, as Sentry lists them; those of unknown age at the end.</summary>
    public required IReadOnlyList<StoredOrganization> Organizations { get; init; }

    /// <summary>Finds what there is at a path.</summary>
    /// <param name="path">An inventory file, the folder of a store, or one with several stores.</param>
    /// <param name="host">The Sentry whose inventories are meant; null when there is but one.</param>
    /// <param name="report">Hears of files and stores that are left out.</param>
    /// <exception cref="SentryException">There is no inventory of that time, none that can be read, or there are several Sentrys.</exception>
    public static StoredEstate Open(string path, DateTimeOffset? asOf, Uri? host, Action<SentryException> report)
    {
        var faults = new List<SentryException>();
        var found = (File.Exists(path) ? [OpenFile(path, asOf)] : OpenStores(path, asOf, faults)).ToArray();
        if (found.Length == 0)
        {
            throw faults.FirstOrDefault() ?? InventoryFault.NotFound(path);
        }

        faults.ForEach(report);
        var wanted = host is null ? found : [.. found.Where(state => IsSame(state.Snapshot.Header.Host, host))];
        var hosts = wanted
            .Select(state => state.Snapshot.Header.Host)
            .DistinctBy(address => address.AbsoluteUri, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return hosts switch
        {
            [] => throw OfflineFault.NotOfHost(path, host!),
            [var only] => new StoredEstate
            {
                Path = path,
                AsOf = asOf?.ToUniversalTime(),
                Host = only,
                Organizations = [.. Newest(wanted, asOf)],
            },
            _ => throw OfflineFault.SeveralHosts(path, hosts),
        };
    }

    public StoredOrganization? Find(OrganizationHome organization) =>
        Organizations.FirstOrDefault(stored => stored.Home.Slug == organization.Slug);

    /// <summary>Whether all of it can still be read: null, or the failure.</summary>
    public SentryException? FindFault()
    {
        try
        {
            foreach (var organization in Organizations)
            {
                organization.Open();
            }

            return null;
        }
        catch (SentryException fault)
        {
            return fault;
        }
    }

    private static bool IsSame(Uri host, Uri other) =>
        string.Equals(host.AbsoluteUri, other.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    private static (InventoryStore? Store, InventorySnapshot Snapshot) OpenFile(string path, DateTimeOffset? asOf)
    {
        var snapshot = InventorySnapshot.Open(path);
        return asOf < snapshot.Header.StartedAt
            ? throw OfflineFault.NotThen(path, asOf.Value, snapshot.Header.StartedAt)
            : (null, snapshot);
    }

    private static IEnumerable<(InventoryStore? Store, InventorySnapshot Snapshot)> OpenStores(
        string path,
        DateTimeOffset? asOf,
        List<SentryException> faults)
    {
        foreach (var store in InventoryPlace.FindAll(path))
        {
            if (OpenState(store, asOf, faults.Add) is { } snapshot)
            {
                yield return (store, snapshot);
            }
            else if (Oldest(store) is { } oldest && asOf is { } time)
            {
                faults.Add(OfflineFault.NotThen(store.Folder, time, oldest));
            }
        }
    }

    private static InventorySnapshot? OpenState(InventoryStore store, DateTimeOffset? asOf, Action<SentryException> report) =>
        asOf is { } time ? store.OpenAsOf(time, report) : store.OpenNewest(report);

    private static DateTimeOffset? Oldest(InventoryStore store)
    {
        DateTimeOffset? oldest = null;
        foreach (var file in store.Files)
        {
            try
            {
                oldest = InventorySnapshot.Open(file).Header.StartedAt;
            }
            catch (SentryException)
            {
                // Opening the store has told of it.
            }
        }

        return oldest;
    }

    // An organization whose id became known later has two folders; the newer one counts.
    private static IEnumerable<StoredOrganization> Newest(
        IEnumerable<(InventoryStore? Store, InventorySnapshot Snapshot)> found,
        DateTimeOffset? asOf) =>
        found
            .OrderByDescending(state => state.Snapshot.Header.StartedAt)
            .DistinctBy(state => state.Snapshot.Header.OrganizationSlug, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(state => DateCreated(state.Snapshot))
            .ThenBy(state => state.Snapshot.Header.OrganizationSlug, StringComparer.Ordinal)
            .Select(state => new StoredOrganization(
                new OrganizationHome(
                    state.Snapshot.Header.OrganizationSlug,
                    state.Snapshot.Header.OrganizationId,
                    state.Snapshot.Header.Host),
                state.Store,
                () =>
                    state.Store is { } store
                        ? OpenState(store, asOf, static _ => { }) ?? throw InventoryFault.NotFound(store.Folder)
                        : InventorySnapshot.Open(state.Snapshot.Path)));

    private static DateTimeOffset? DateCreated(InventorySnapshot snapshot)
    {
        try
        {
            return snapshot.Read(InventoryKinds.Organization).FirstOrDefault(entry => entry.RemovedAt is null)?.Entity.DateCreated;
        }
        catch (SentryException)
        {
            // Whoever lists it is told.
            return null;
        }
    }
}
