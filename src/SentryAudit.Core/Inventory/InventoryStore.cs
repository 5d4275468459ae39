using System.Globalization;
using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>The inventory of one organization: a folder with the state after the last sync and the states after earlier ones.</summary>
internal sealed class InventoryStore(string folder)
{
    private const string Extension = ".jsonl.gz";
    private const string EarlierFolder = "earlier";
    private const string CurrentName = "current" + Extension;
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    public string Folder => folder;

    /// <summary>The state after the last sync.</summary>
    public string CurrentPath => Path.Combine(folder, CurrentName);

    public bool Exists => Files.Any();

    /// <summary>The files of all syncs, the newest first.</summary>
    public IEnumerable<string> Files => new[] { CurrentPath }.Where(File.Exists).Concat(Earlier);

    /// <summary>The newest sync that can be read; null if there is none.</summary>
    /// <param name="report">Receives the faults of files that can't be read.</param>
    public InventorySnapshot? OpenNewest(Action<SentryException> report) => OpenAll(report).FirstOrDefault();

    /// <summary>The newest sync that had begun at a time; null if there is none that can be read.</summary>
    public InventorySnapshot? OpenAsOf(DateTimeOffset time, Action<SentryException> report) =>
        OpenAll(report).FirstOrDefault(snapshot => snapshot.Header.StartedAt <= time);

    /// <summary>All syncs that can be read, the newest first.</summary>
    public IEnumerable<InventorySnapshot> OpenAll(Action<SentryException> report)
    {
        if (UnsafePlace.FindFault(folder) is { } exposed)
        {
            report(exposed);
            yield break;
        }

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

    /// <summary>The path of the current state after a new one has replaced it.</summary>
    public string EarlierPath(DateTimeOffset startedAt) =>
        Path.Combine(folder, EarlierFolder, startedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + Extension);

    /// <summary>Whether a file has a name that stores give to their files.</summary>
    public static bool IsOwnName(string file) =>
        Path.GetFileName(file) is CurrentName
        || DateTime.TryParseExact(
            Path.GetFileName(file),
            $"{TimeFormat}'{Extension}'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _);

    // Sorted by name, the files are sorted by time.
    private IEnumerable<string> Earlier => Directory.Exists(Path.Combine(folder, EarlierFolder))
        ? Directory.GetFiles(Path.Combine(folder, EarlierFolder), "*" + Extension).OrderDescending(StringComparer.Ordinal)
        : [];
}
