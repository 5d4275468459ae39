using System.Globalization;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>Real processes, each killed at another change of the store's files: whatever is left, the last good state is there.</summary>
public sealed class KilledSyncTests : IDisposable
{
    private const int Kills = 20;

    // A sync changes files some sixty times. A step that shares no factor with that meets every part of it.
    private const int Step = 37;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("killed").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task The_last_good_state_is_there_after_every_kill()
    {
        var store = InventoryPlace.For(_root, SyncingProcess.Host, "2");
        await SyncingProcess.SyncAsync(_root, 0);
        var (interrupted, seen) = (0, new HashSet<int>());
        for (var kill = 1; kill <= Kills; kill++)
        {
            var said = await KillAsync(store.Folder, changes: kill * Step);
            interrupted += Directory.GetFiles(store.Folder, "*" + InventoryWriter.UnfinishedSuffix).Length > 0 ? 1 : 0;

            // What it said was done is there, and perhaps one more; nothing that is listed is damaged.
            var current = store.OpenNewest(fault => Assert.Fail(fault.Message))!;
            var sync = int.Parse(current.Header.AccountName!, CultureInfo.InvariantCulture);
            Assert.InRange(sync, said, said + 1);
            Assert.All(store.Files.ToArray(), file => InventorySnapshot.Open(file).Verify(CancellationToken.None));
            Assert.Equal(SyncingProcess.SizeOf(sync), current.Find(InventoryKinds.Member)!.Count);
            Assert.Equal(SyncingProcess.SizeOf(sync), current.Read(InventoryKinds.Team).Count(entry => entry.RemovedAt is null));
            seen.Add(sync);

            // Its lock died with it, and what it left beside the state goes with the next sync.
            Assert.NotNull((await SyncingProcess.SyncAsync(_root, 0)).Written);
            Assert.Empty(Directory.GetFiles(store.Folder, "*" + InventoryWriter.UnfinishedSuffix));
        }

        // Else it would prove nothing.
        Assert.InRange(interrupted, 1, Kills);
        Assert.InRange(seen.Count, 2, Kills);
    }

    /// <returns>The last sync it said was done; 0 for none.</returns>
    private static async Task<int> KillAsync(string folder, int changes)
    {
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = changes;
        using var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        using var process = SyncingProcess.Start(Path.GetFullPath(Path.Combine(folder, "..", "..")));
        void Changed()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                process.Kill();
                due.TrySetResult();
            }
        }

        watcher.Changed += (_, _) => Changed();
        watcher.Created += (_, _) => Changed();
        watcher.Deleted += (_, _) => Changed();
        watcher.Renamed += (_, _) => Changed();
        watcher.EnableRaisingEvents = true;
        try
        {
            await due.Task.WaitAsync(Patience);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Patience);
        }

        var said = (await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return said.Length == 0 ? 0 : int.Parse(said[^1], CultureInfo.InvariantCulture);
    }
}
