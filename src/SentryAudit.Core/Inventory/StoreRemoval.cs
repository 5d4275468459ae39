namespace SentryAudit.Inventory;

/// <summary>Removes stored states, and no other files.</summary>
internal static class StoreRemoval
{
    /// <summary>The store to which a file belongs by its path; null if it belongs to none.</summary>
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
    /// <exception cref="SentryException">Another process writes to the store, or a file is not one of this module.</exception>
    public static void Remove(InventoryStore store, IReadOnlyList<string> files, DateTimeOffset now)
    {
        using (StoreLock.Take(store.Folder, now))
        {
            // The current state is removed last, so that the store keeps it if another file can't be removed.
            foreach (var file in files.OrderBy(file => file == store.CurrentPath))
            {
                if (!StoreUpkeep.IsOurs(file))
                {
                    throw InventoryFaults.Foreign(file);
                }

                InventoryFaults.Guard(file, () =>
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

    // Folders that contain other files are kept.
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
            // A file of the user, or a sync that has just begun.
        }
    }
}
