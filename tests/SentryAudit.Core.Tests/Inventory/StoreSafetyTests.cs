using SentryAudit.Audits.Graph;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>Folders and files that somebody else could exchange, and names that lead somewhere else.</summary>
public sealed class StoreSafetyTests : IDisposable
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly SyncFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("_")]
    [InlineData(null)]
    public void An_organization_without_a_name_of_its_own_has_no_folder(string? id)
    {
        var fault = Assert.Throws<SentryException>(() => InventoryPlace.For(_folder.Root, SyncFolder.Host, id!));

        Assert.Equal(("InventoryNameless", SentryErrorCategory.InvalidData), (fault.ErrorId, fault.Category));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/../b")]
    [InlineData(@"a\..\b")]
    [InlineData("acme")]
    public void A_store_is_always_two_folders_below_its_root(string id) =>
        Assert.Equal(
            _folder.Root,
            Path.GetFullPath(Path.Combine(InventoryPlace.For(_folder.Root, SyncFolder.Host, id).Folder, "..", "..")));

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.StickyBit)]
    public void A_folder_that_others_may_write_to_is_neither_written_nor_read(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Sync();
        foreach (var folder in new[] { _folder.Store.Folder, _folder.Root })
        {
            File.SetUnixFileMode(folder, OwnersFolder | more);

            var fault = Assert.Throws<SentryException>(() => _folder.Sync());

            Assert.Equal(("SentryFolderExposed", SentryErrorCategory.SecurityError), (fault.ErrorId, fault.Category));
            Assert.Contains($"chmod go-w '{folder}'", fault.RecommendedAction, StringComparison.Ordinal);
            File.SetUnixFileMode(folder, OwnersFolder);
        }

        File.SetUnixFileMode(_folder.Store.Folder, OwnersFolder | more);
        Assert.Null(_folder.Store.OpenNewest(_folder.Reported.Add));
        Assert.Equal("SentryFolderExposed", Assert.Single(_folder.Reported).ErrorId);
    }

    [Fact]
    public void Links_in_place_of_the_lock_and_of_its_holder_are_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Sync();
        var victim = Path.Combine(_folder.Root, "victim");
        File.WriteAllText(victim, "precious");
        var held = Path.Combine(_folder.Store.Folder, StoreLock.LockName);
        var holder = Path.Combine(_folder.Store.Folder, StoreLock.HolderName);

        File.CreateSymbolicLink(holder, victim);
        Assert.NotNull(_folder.Sync().Written);
        File.Delete(held);
        File.CreateSymbolicLink(held, victim);
        var fault = Assert.Throws<SentryException>(() => _folder.Sync());

        Assert.Equal(("SentryFileIsLink", SentryErrorCategory.SecurityError), (fault.ErrorId, fault.Category));
        Assert.Equal("precious", File.ReadAllText(victim));
    }

    [Fact]
    public void A_dangling_link_in_place_of_the_lock_makes_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Sync();
        var held = Path.Combine(_folder.Store.Folder, StoreLock.LockName);
        var target = Path.Combine(_folder.Root, "made by a link");
        File.Delete(held);
        File.CreateSymbolicLink(held, target);

        Assert.Equal("SentryFileIsLink", Assert.Throws<SentryException>(() => _folder.Sync()).ErrorId);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void What_is_exported_can_be_read_by_its_owner_only()
    {
        var (file, folder) = (Path.Combine(_folder.Root, "graph.json"), Path.Combine(_folder.Root, "graph"));
        foreach (var isFolder in new[] { false, true })
        {
            using var export = new PendingExport(isFolder ? folder : file, isFolder);
            export.OpenText("nodes.csv").Write("x");
            export.Complete();
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "nodes.csv")));
            Assert.Equal(OwnersFolder, File.GetUnixFileMode(folder));
        }
    }
}
