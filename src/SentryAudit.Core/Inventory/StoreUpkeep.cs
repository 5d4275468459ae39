using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>Changes a store, in such an order that its newest good state can be read at any moment. Only for who holds its lock.</summary>
internal sealed class StoreUpkeep(InventoryStore store)
{
    /// <summary>Where a new state is made. Everything beside the store's files that begins like this is a left-over of a killed sync.</summary>
    public string UnfinishedPath => store.CurrentPath + InventoryWriter.UnfinishedSuffix;

    /// <summary>Removes what killed syncs left.</summary>
    public void RemoveLeftOvers() => InventoryFault.Guard(store.Folder, () =>
    {
        foreach (var file in Directory.GetFiles(store.Folder, "*" + InventoryWriter.UnfinishedSuffix))
        {
            File.Delete(file);
        }

        return true;
    });

    /// <summary>
    /// The newest state that is whole; null when there is none. What is damaged is passed over and told. What is not this
    /// module's, or a newer version's, must not be replaced, and is an error.
    /// </summary>
    /// <exception cref="SentryException">The current state is a foreign file, one of a newer version, or may not be read.</exception>
    public InventorySnapshot? FindWhole(Action<SentryException> report, CancellationToken cancellationToken)
    {
        foreach (var file in store.Files)
        {
            try
            {
                var snapshot = InventorySnapshot.Open(file);
                snapshot.Verify(cancellationToken);
                return snapshot;
            }
            catch (SentryException fault) when (fault.ErrorId == InventoryFault.DamagedId || file != store.CurrentPath)
            {
                report(fault);
            }
        }

        return null;
    }

    /// <summary>Makes the unfinished file the current state; the one so far becomes an earlier one.</summary>
    public void Publish() => InventoryFault.Guard(store.CurrentPath, () =>
    {
        if (FindStart(store.CurrentPath) is { } start)
        {
            var earlier = store.EarlierPath(start);
            OwnerOnly.CreateFolder(Path.GetDirectoryName(earlier)!);
            File.Replace(UnfinishedPath, store.CurrentPath, earlier, ignoreMetadataErrors: true);
        }
        else
        {
            // Nothing, or something that nobody can read any more.
            File.Move(UnfinishedPath, store.CurrentPath, overwrite: true);
        }

        return true;
    });

    /// <summary>Removes earlier states beyond a number. Only those that can be read count; what is damaged goes with those around it.</summary>
    public void Prune(int keep) => InventoryFault.Guard(store.Folder, () =>
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

    /// <summary>Whether a file is one of this module: its content says so, or is damaged while its name is one that only this module gives.</summary>
    public static bool IsOurs(string file) => FindFault(file) is null or InventoryFault.NewerId || IsDamaged(file);

    /// <summary>Whether a file with a name that only this module gives can't be read any more.</summary>
    public static bool IsDamaged(string file) => InventoryStore.IsOwnName(file) && FindFault(file) is InventoryFault.DamagedId;

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
