using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class InventoryListingTests : IDisposable
{
    private readonly SyncFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_state_is_listed_the_newest_first()
    {
        _folder.List("1", "2");
        _folder.Sync(_folder.Options() with { AccountName = "prod" });
        _folder.List("1");
        _folder.Sync();
        var states = InventoryListing.List(_folder.Root).ToArray();

        Assert.Equal(
            [(true, 1, 1), (false, 2, 0)],
            states.Select(state => (state.IsCurrent!.Value, state.Members!.Value, state.Removed!.Value)));
        Assert.All(states, state =>
            Assert.Equal(
                ("acme", "2", "prod", true, TimeSpan.Zero, null),
                (state.OrganizationSlug, state.OrganizationId, state.AccountName, state.IsComplete, state.Duration, state.Problem)));
        Assert.All(states, state => Assert.Equal(new FileInfo(state.Path).Length, state.SizeBytes));
    }

    [Fact]
    public void A_kind_never_read_is_not_none()
    {
        _folder.Source.Faults[SentryEntityType.Project] = ListedSource.Fault();
        _folder.Sync(_folder.Options(SentryEntityType.Team));
        var state = InventoryListing.List(_folder.Root).Single();

        Assert.Equal((null, null, 0), (state.Teams, state.Projects, state.Members));
        Assert.Equal((false, "Project"), (state.IsComplete, state.Incomplete!.ToString()));
    }

    [Fact]
    public void A_damaged_file_is_listed_as_its_organizations_with_what_is_wrong()
    {
        _folder.Sync();
        _folder.Sync();
        File.WriteAllText(_folder.Store.CurrentPath, "half");
        var state = InventoryListing.List(_folder.Root).First();

        Assert.Equal(("acme", true, null, null), (state.OrganizationSlug, state.IsCurrent, state.IsComplete, state.Members));
        Assert.Contains(_folder.Store.CurrentPath, state.Problem, StringComparison.Ordinal);
    }
}
