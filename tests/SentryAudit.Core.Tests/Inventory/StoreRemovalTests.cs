using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class StoreRemovalTests : IDisposable
{
    private readonly SyncFolder _folder = new();

    public StoreRemovalTests()
    {
        _folder.Sync();
        _folder.Sync();
        _folder.Sync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_named_goes_and_the_rest_stays()
    {
        Remove(_folder.Store.EarlierPath(SyncFolder.Start));
        Assert.Equal([_folder.Store.CurrentPath, _folder.Store.EarlierPath(SyncFolder.Start.AddDays(1))], _folder.Store.Files);
    }

    [Fact]
    public void Of_a_whole_store_not_even_its_folder_stays()
    {
        Remove([.. _folder.Store.Files]);
        Assert.False(Directory.Exists(_folder.Store.Folder));
    }

    [Fact]
    public void Somebodys_own_file_stays_with_its_folder()
    {
        var own = Path.Combine(_folder.Store.Folder, "notes.txt");
        File.WriteAllText(own, "mine");
        Remove([.. _folder.Store.Files]);
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void What_is_no_inventory_is_not_removed()
    {
        var own = Path.Combine(Path.GetDirectoryName(_folder.Store.EarlierPath(SyncFolder.Start))!, "notes.jsonl.gz");
        File.WriteAllText(own, "mine");
        Assert.Equal("InventoryForeign", Assert.Throws<SentryException>(() => Remove(own)).ErrorId);
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void A_damaged_state_can_be_removed()
    {
        var damaged = _folder.Store.EarlierPath(SyncFolder.Start);
        File.WriteAllText(damaged, "half");
        Remove(damaged);
        Assert.False(File.Exists(damaged));
    }

    [Fact]
    public void Nothing_is_removed_while_a_sync_runs()
    {
        using (StoreLock.Take(_folder.Store.Folder, SyncFolder.Start))
        {
            Assert.Equal(
                "InventoryBusy",
                Assert.Throws<SentryException>(() => Remove(_folder.Store.EarlierPath(SyncFolder.Start))).ErrorId);
        }

        Assert.Equal(3, _folder.Store.Files.Count());
    }

    [Fact]
    public void A_file_belongs_to_the_store_it_lies_in()
    {
        Assert.Equal(_folder.Store.Folder, StoreRemoval.FindStore(_folder.Store.CurrentPath)!.Folder);
        Assert.Equal(_folder.Store.Folder, StoreRemoval.FindStore(_folder.Store.EarlierPath(SyncFolder.Start))!.Folder);
        Assert.Null(StoreRemoval.FindStore(Path.Combine(_folder.Root, "elsewhere.jsonl.gz")));
    }

    private void Remove(params string[] files) => StoreRemoval.Remove(_folder.Store, files, SyncFolder.Start);
}
