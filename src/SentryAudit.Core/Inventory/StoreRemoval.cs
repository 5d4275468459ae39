namespace SentryAudit.Inventory;

/// <summary>Removes stored states, and nothing that is not one.</summary>
internal static class StoreRemoval
{
    /// <summary>The store that a file belongs to by its place; null when it is in none.</summary>
    public static InventoryStore? FindStore(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        return new[] { folder, Path.GetDirectoryName(folder) }
            .OfType<string>()
            .Select(candidate => new InventoryStore(candidate))
            .FirstOrDefault(store =>
                store.CurrentPath == Path.GetFullPath(file) || store.Files.Contains(Path.GetFullPath(file), StringComparer.Ordinal));
    }

    /// <summary>Removes some states of a store.</summary>
    /// <exception cref="SentryException">Another process writes there, or a file is not this module's.</exception>
    public static void Remove(InventoryStore store, IReadOnlyList<string> files, DateTimeOffset now)
    {
        using (StoreLock.Take(store.Folder, now))
        {
            // The current state goes last: until then the store is what it was.
            foreach (var file in files.OrderBy(file => file == store.CurrentPath))
            {
                if (!StoreUpkeep.IsOurs(file))
                {
                    throw InventoryFault.Foreign(file);
                }

                InventoryFault.Guard(file, () =>
                {
                    File.Delete(file);
                    return true;
                });
            }

            new StoreUpkeep(store).RemoveLeftOvers();
        }

        if (!store.Exists)
        {
            RemoveFolders(store);
        }
    }

    // Folders with anything else in them stay.
    private static void RemoveFolders(InventoryStore store)
    {
        try
        {
            File.Delete(Path.Combine(store.Folder, StoreLock.LockName));
            var earlier = Path.GetDirectoryName(store.EarlierPath(DateTimeOffset.UnixEpoch))!;
            if (Directory.Exists(earlier))
            {
                Directory.Delete(earlier);
            }

            Directory.Delete(store.Folder);
        }
        catch (IOException)
        {
            // Somebody's own file, or a sync that has just begun.
        }
    }
}
