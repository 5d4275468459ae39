using SentryAudit.Common.Files;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class StoreUpkeepTests : IDisposable
{
    private readonly SyncFolder _folder = new();

    private string Current => _folder.Store.CurrentPath;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void As_many_earlier_states_are_kept_as_wanted(int keep)
    {
        for (var sync = 0; sync < 5; sync++)
        {
            _folder.Sync(_folder.Options() with { Keep = keep });
        }

        Assert.Equal(
            [Current, .. Enumerable.Range(1, keep).Select(back => _folder.Store.EarlierPath(SyncFolder.Start.AddDays(4 - back)))],
            _folder.Store.Files);
    }

    [Fact]
    public void A_damaged_earlier_state_does_not_count_as_one_kept()
    {
        _folder.Sync();
        _folder.Sync();
        _folder.Sync();
        File.WriteAllText(_folder.Store.EarlierPath(SyncFolder.Start.AddDays(1)), "half");
        new StoreUpkeep(_folder.Store).Prune(1);
        Assert.Equal(3, _folder.Store.Files.Count());
        new StoreUpkeep(_folder.Store).Prune(0);
        Assert.Equal([Current], _folder.Store.Files);
    }

    [Fact]
    public void What_does_not_belong_to_this_module_is_never_pruned()
    {
        _folder.Sync();
        _folder.Sync();
        var own = Path.Combine(Path.GetDirectoryName(_folder.Store.EarlierPath(SyncFolder.Start))!, "0-notes.jsonl.gz");
        File.WriteAllText(own, "mine");
        new StoreUpkeep(_folder.Store).Prune(0);
        Assert.Equal([Current, own], _folder.Store.Files);
    }

    [Fact]
    public void A_damaged_current_state_is_reported_and_the_one_before_it_used()
    {
        _folder.List("1");
        _folder.Sync();
        _folder.List("2");
        _folder.Sync();
        var whole = File.ReadAllBytes(Current);
        foreach (var length in new[] { 0, 10, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(Current, whole[..length]);
            _folder.Reported.Clear();
            var snapshot = new StoreUpkeep(_folder.Store).FindComplete(_folder.Reported.Add, CancellationToken.None);
            Assert.Equal(_folder.Store.EarlierPath(SyncFolder.Start), snapshot!.Path);
            Assert.Contains(Current, Assert.Single(_folder.Reported).Message, StringComparison.Ordinal);
        }

        _folder.List("3");
        _folder.Sync();
        Assert.Equal("3 -1", _folder.Members());
    }

    [Fact]
    public void Damage_inside_a_section_is_found()
    {
        _folder.List([.. Enumerable.Range(1, 500).Select(id => $"{id}")]);
        _folder.Sync();
        var bytes = File.ReadAllBytes(Current);
        for (var at = bytes.Length - 400; at > 1000; at -= 97)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x55;
            File.WriteAllBytes(Current, damaged);
            _folder.Reported.Clear();
            Assert.Null(new StoreUpkeep(_folder.Store).FindComplete(_folder.Reported.Add, CancellationToken.None));
            Assert.Equal("InventoryDamaged", Assert.Single(_folder.Reported).ErrorId);
        }
    }

    [Theory]
    [InlineData(SyncFolder.ForeignHeader, "InventoryForeign")]
    [InlineData(SyncFolder.NewerHeader, "InventoryNewer")]
    [InlineData("""{"format":"SentryAudit.Inventory","schemaVersion":3,"sections":{"Member":1}}""", "InventoryNewer")]
    public void A_foreign_or_newer_current_state_is_not_replaced(string header, string errorId)
    {
        _folder.Sync();
        using (
            var gzip = new StreamWriter(
                new System.IO.Compression.GZipStream(File.Create(Current), System.IO.Compression.CompressionLevel.Fastest)))
        {
            gzip.WriteLine(header);
        }

        var bytes = File.ReadAllBytes(Current);
        Assert.Equal(errorId, Assert.Throws<SentryException>(() => _folder.Sync()).ErrorId);
        Assert.Equal(bytes, File.ReadAllBytes(Current));
    }

    [Fact]
    public void What_a_killed_sync_left_is_removed_by_the_next()
    {
        _folder.Sync();
        var leftOver = _folder.Unfinished + ".Member" + InventoryWriter.UnfinishedSuffix;
        File.WriteAllText(leftOver, "half");
        File.WriteAllText(_folder.Unfinished, "half");
        _folder.Sync();
        Assert.False(File.Exists(leftOver) || File.Exists(_folder.Unfinished));
    }

    [Fact]
    public void Two_writers_are_kept_apart_and_the_error_of_the_second_names_the_first()
    {
        _folder.List("1");
        _folder.Sync();
        using (StoreLock.Take(_folder.Store.Folder, SyncFolder.Start))
        {
            var fault = Assert.Throws<SentryException>(() => _folder.Sync());
            Assert.Equal("InventoryBusy", fault.ErrorId);
            Assert.Contains($"process {Environment.ProcessId} ", fault.Message, StringComparison.Ordinal);
            Assert.Contains("2026-09-01 12:00:00 UTC", fault.Message, StringComparison.Ordinal);
            Assert.Equal("1", _folder.Members());
        }

        Assert.NotNull(_folder.Sync().Written);
    }

    [Fact]
    public void Between_its_two_steps_publishing_leaves_the_state_under_both_names_which_is_listed_once()
    {
        _folder.Sync();
        var earlier = _folder.Store.EarlierPath(SyncFolder.Start);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(earlier)!);
        File.Copy(Current, earlier);
        Assert.True(Assert.Single(InventoryListing.List(_folder.Root)).IsCurrent);
        _folder.Sync();
        Assert.Equal(2, InventoryListing.List(_folder.Root).Count());
    }

    [Fact]
    public void Nobody_else_can_read_any_of_it()
    {
        _folder.Sync();
        _folder.Sync();
        foreach (
            var entry in Directory
                .EnumerateFileSystemEntries(_folder.Store.Folder, "*", SearchOption.AllDirectories)
                .Append(_folder.Store.Folder))
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(
                    UnixFileMode.None,
                    File.GetUnixFileMode(entry) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            }
        }
    }
}
