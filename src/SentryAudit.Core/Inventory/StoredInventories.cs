namespace SentryAudit.Inventory;

/// <summary>Finds stored syncs.</summary>
internal static class StoredInventories
{
    /// <param name="path">A folder of stores, a store, or the file of a sync.</param>
    /// <param name="organizations">Only these; null for all.</param>
    /// <param name="report">Told of files that can't be read; the others are given all the same.</param>
    /// <exception cref="SentryException">There is nothing at the path.</exception>
    public static IEnumerable<SentryInventory> Find(string path, IReadOnlyList<OrganizationReference>? organizations, Action<SentryException> report)
    {
        if (File.Exists(path))
        {
            yield return InventorySnapshot.Open(path).Describe(InventoryStore.Of(path));
            yield break;
        }

        if (!Directory.Exists(path))
        {
            throw InventoryFault.NotFound(path);
        }

        foreach (var store in InventoryPlace.FindAll(path))
        {
            foreach (var snapshot in store.OpenAll(report))
            {
                if (organizations?.Any(key => key.Matches(snapshot.Header.OrganizationSlug, snapshot.Header.OrganizationId)) is not false)
                {
                    yield return snapshot.Describe(store);
                }
            }
        }
    }
}
