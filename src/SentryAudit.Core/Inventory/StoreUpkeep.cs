using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>
/// Changes a store, in an order in which its newest readable state can be read at any moment. The caller must hold the store's lock.
/// </summary>
internal sealed class StoreUpkeep(InventoryStore store)
{
    /// <summary>The path of a new state until it is complete.</summary>
    public string UnfinishedPath => store.CurrentPath + InventoryWriter.UnfinishedSuffix;

    /// <summary>Removes unfinished files of syncs that were killed.</summary>
    public void RemoveLeftOvers() => InventoryFaults.Guard(store.Folder, () =>
    {
        foreach (var file in Directory.GetFiles(store.Folder, "*" + InventoryWriter.UnfinishedSuffix))
        {
            File.Delete(file);
        }

        return true;
    });

    /// <summary>
    /// The newest state that is not damaged; null if there is none. Damaged files are reported. A file that is not of this module, or of a
    /// newer version, must not be replaced, so it is an error.
    /// </summary>
    /// <exception cref="SentryException">The current state is a foreign file, one of a newer version, or can't be read.</exception>
    public InventorySnapshot? FindComplete(Action<SentryException> report, CancellationToken cancellationToken)
    {
        foreach (var file in store.Files)
        {
            try
            {
                var snapshot = InventorySnapshot.Open(file);
                snapshot.Verify(cancellationToken);
                return snapshot;
            }
            catch (SentryException fault) when (fault.ErrorId == InventoryFaults.DamagedId || file != store.CurrentPath)
            {
                report(fault);
            }
        }

        return null;
    }

    /// <summary>Makes the unfinished file the current state; the previous current state becomes an earlier one.</summary>
    public void Publish() => InventoryFaults.Guard(store.CurrentPath, () =>
    {
        if (FindStart(store.CurrentPath) is { } start)
        {
            var earlier = store.EarlierPath(start);
            OwnerOnly.CreateFolder(Path.GetDirectoryName(earlier)!);
            File.Replace(UnfinishedPath, store.CurrentPath, earlier, ignoreMetadataErrors: true);
        }
        else
        {
            // There is no current state, or one that can't be read any more.
            File.Move(UnfinishedPath, store.CurrentPath, overwrite: true);
        }

        return true;
    });

    /// <summary>
    /// Keeps a number of earlier states and removes older ones. Only states that can be read count; damaged files that are older than these
    /// are removed too.
    /// </summary>
    public void Prune(int keep) => InventoryFaults.Guard(store.Folder, () =>
    {
        var kept = 0;
        foreach (var file in store.Files.Where(file => file != store.CurrentPath).ToArray())
        {
            if (kept >= keep && IsOurs(file))
            {
                File.Delete(file);
            }
            else if (FindStart(file) is not null)
            {
                kept++;
            }
        }

        return true;
    });

    /// <summary>Whether a file is one of this module, by its content or, if that is damaged, by its name.</summary>
    public static bool IsOurs(string file) => FindFault(file) is null or InventoryFaults.NewerId || IsDamaged(file);

    /// <summary>Whether a file is one of this module by its name, and is damaged.</summary>
    public static bool IsDamaged(string file) => InventoryStore.IsOwnName(file) && FindFault(file) is InventoryFaults.DamagedId;

    private static string? FindFault(string file)
    {
        try
        {
            InventorySnapshot.Open(file);
            return null;
        }
        catch (SentryException fault)
        {
            return fault.ErrorId;
        }
    }

    private static DateTimeOffset? FindStart(string file)
    {
        try
        {
            return InventorySnapshot.Open(file).Header.StartedAt;
        }
        catch (SentryException)
        {
            return null;
        }
    }
}
