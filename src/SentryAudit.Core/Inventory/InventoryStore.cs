using System.Globalization;

namespace SentryAudit.Inventory;

/// <summary>The inventory of one organization: a folder with the state after the last sync, and those after earlier ones.</summary>
internal sealed class InventoryStore(string folder)
{
    private const string Extension = ".jsonl.gz";
    private const string EarlierFolder = "earlier";
    private const string NextName = "next";

    public string Folder => folder;

    /// <summary>The state after the last sync.</summary>
    public string CurrentPath => Path.Combine(folder, "current" + Extension);

    public bool Exists => Files.Any();

    /// <summary>The files of all syncs, the newest first.</summary>
    public IEnumerable<string> Files => new[] { CurrentPath }.Where(File.Exists).Concat(Earlier);

    /// <summary>The newest sync that can be read; null when there is none. A damaged file does not hide the one before it.</summary>
    /// <param name="report">Takes what is wrong with files that are passed over.</param>
    public InventorySnapshot? OpenNewest(Action<SentryException> report) => OpenAll(report).FirstOrDefault();

    /// <summary>The state as it was known at a time: the newest sync that had begun by then.</summary>
    public InventorySnapshot? OpenAsOf(DateTimeOffset time, Action<SentryException> report) => OpenAll(report).FirstOrDefault(snapshot => snapshot.Header.StartedAt <= time);

    /// <summary>All syncs that can be read, the newest first.</summary>
    public IEnumerable<InventorySnapshot> OpenAll(Action<SentryException> report)
    {
        foreach (var file in Files)
        {
            InventorySnapshot? snapshot = null;
            try
            {
                snapshot = InventorySnapshot.Open(file);
            }
            catch (SentryException fault)
            {
                report(fault);
            }

            if (snapshot is not null)
            {
                yield return snapshot;
            }
        }
    }

    /// <summary>The store that a file belongs to.</summary>
    public static InventoryStore Of(string file)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new InventoryStore(Path.GetFileName(parent) == EarlierFolder ? Path.GetDirectoryName(parent)! : parent);
    }

    /// <summary>Where the current state goes when a new one takes its place.</summary>
    public string EarlierPath(DateTimeOffset startedAt) =>
        Path.Combine(folder, EarlierFolder, startedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture) + Extension);

    /// <summary>Where a sync writes until it is finished.</summary>
    public string NextPath => Path.Combine(folder, NextName + Extension);

    /// <summary>Puts the finished next state in the place of the current one, which becomes an earlier one. At every moment the newest good state can be read.</summary>
    public void Promote() => InventoryFault.Guard(CurrentPath, () =>
    {
        if (TryOpen(CurrentPath) is { } current)
        {
            var earlier = EarlierPath(current.Header.StartedAt);
            OwnerOnly.CreateFolder(Path.GetDirectoryName(earlier)!);
            File.Move(CurrentPath, earlier, overwrite: true);
        }

        File.Move(NextPath, CurrentPath, overwrite: true);
        return true;
    });

    /// <summary>Removes all but the newest syncs.</summary>
    /// <param name="keep">How many stay, the current one included.</param>
    public void Prune(int keep)
    {
        foreach (var file in Earlier.Skip(Math.Max(0, keep - 1)).ToArray())
        {
            InventoryFault.Guard(file, () =>
            {
                File.Delete(file);
                return true;
            });
        }
    }

    /// <summary>Removes what a killed sync left. To be called by who holds the lock.</summary>
    public void CleanUp()
    {
        foreach (var file in Directory.GetFiles(folder, NextName + Extension + "*"))
        {
            File.Delete(file);
        }
    }

    // Their names sort by time.
    private IEnumerable<string> Earlier => Directory.Exists(Path.Combine(folder, EarlierFolder))
        ? Directory.GetFiles(Path.Combine(folder, EarlierFolder), "*" + Extension).OrderDescending(StringComparer.Ordinal)
        : [];

    private static InventorySnapshot? TryOpen(string path)
    {
        try
        {
            return File.Exists(path) ? InventorySnapshot.Open(path) : null;
        }
        catch (SentryException fault) when (fault.ErrorId is not "InventoryNewer")
        {
            // Damaged: nothing to keep. It was reported when the sync began.
            return null;
        }
    }
}
