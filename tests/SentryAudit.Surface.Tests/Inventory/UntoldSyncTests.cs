using SentryAudit.Inventory;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>Something in a list that nobody can tell: the kind is marked, the others of it are stored, nobody is taken for gone.</summary>
public sealed class UntoldSyncTests(SandboxFixture sandbox) : InventoryTest(sandbox), IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Ways => [.. Untold.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_kind_is_marked_and_the_others_are_kept(string way)
    {
        SyncWell();
        Server.Faults.On("organizations/{org}/repos/", Untold.Make(way), times: 1);

        var run = Run(Sync(), "PassThru");

        Assert.Equal("IncompleteListing", run.SingleError().ErrorId);
        Assert.Equal(["Repository"], Incomplete(run));
        Assert.Equal(0, Assert.Single(run.Of<SentryInventory>()).Removed);
        Assert.Equal(Acme.Repositories.Count, Current.Read(InventoryKinds.Repository).Count(entry => entry.RemovedAt is null));
    }

    [Fact]
    public void Members_without_an_id_make_the_next_sync_find_nobody_gone()
    {
        Server.Faults.On("organizations/{org}/members/", Untold.Make("an empty key"), times: 1);
        var first = Assert.Single(Run(Sync(), "PassThru").Of<SentryInventory>());

        var second = SyncWell();

        Assert.Equal((false, Acme.Members.Count - 1), (first.IsComplete, first.Members));
        Assert.Equal((Acme.Members.Count, 0), (second.Members, second.Removed));
    }
}
