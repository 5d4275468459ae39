using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;
using SentryAudit.Models;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class OrganizationSyncTests : IDisposable
{
    private readonly SyncFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sync_reads_every_kind_and_says_so()
    {
        _folder.List("1", "2");
        var written = _folder.Sync(_folder.Options() with { AccountName = "prod", Scopes = new StringList(["org:read"]) }).Written!;

        Assert.Equal(InventoryKinds.All.Select(kind => kind.ToString()), written.Header.Sections.Select(section => section.Type));
        Assert.All(written.Header.Sections, section =>
            Assert.Equal((true, null, SyncFolder.Start), (section.IsComplete, section.Problem, section.ReadAt)));
        Assert.Equal(
            ("acme", "2", "prod", SyncFolder.Host),
            (written.Header.OrganizationSlug, written.Header.OrganizationId, written.Header.AccountName, written.Header.Host));
        Assert.Equal(2, written.Find(InventoryKinds.Member)!.Count);
        Assert.Empty(_folder.Reported);
    }

    [Fact]
    public void The_state_before_becomes_an_earlier_one()
    {
        _folder.List("1", "2");
        _folder.Sync();
        _folder.List("2", "3");
        _folder.Sync();

        Assert.Equal("2 3 -1", _folder.Members());
        Assert.Equal([_folder.Store.CurrentPath, _folder.Store.EarlierPath(SyncFolder.Start)], _folder.Store.Files);
        Assert.Equal(
            ["1", "2"],
            InventorySnapshot.Open(_folder.Store.Files.Last()).Read(InventoryKinds.Member).Select(entry => entry.Entity.Id));
    }

    [Theory]
    [InlineData(SentryErrorCategory.PermissionDenied)]
    [InlineData(SentryErrorCategory.ResourceUnavailable)]
    [InlineData(SentryErrorCategory.InvalidResult)]
    public void A_kind_that_broke_off_removes_nobody_and_the_others_go_on(SentryErrorCategory category)
    {
        _folder.List("1", "2");
        _folder.Source.Teams.Add(ListedSource.Team("1"));
        _folder.Sync();
        _folder.List("3");
        _folder.Source.Teams.Clear();
        _folder.Source.Faults[SentryEntityType.Member] = ListedSource.Fault(category);
        var outcome = _folder.Sync();

        Assert.Equal("3 1 2", _folder.Members());
        Assert.Equal(["Member"], outcome.Faults.Select(fault => fault.Kind.ToString()));
        var members = outcome.Written!.Find(InventoryKinds.Member)!;
        Assert.Equal((false, "Refused."), (members.IsComplete, members.Problem));
        Assert.Equal(1, outcome.Written.Find(InventoryKinds.Team)!.RemovedCount);
    }

    [Fact]
    public void A_refused_token_ends_the_sync_and_leaves_the_state()
    {
        _folder.List("1");
        _folder.Sync();
        _folder.List();
        _folder.Source.Faults[SentryEntityType.Integration] = ListedSource.Fault(SentryErrorCategory.AuthenticationError);

        Assert.Equal(SentryErrorCategory.AuthenticationError, Assert.Throws<SentryException>(() => _folder.Sync()).Category);
        Assert.Equal("1", _folder.Members());
        Assert.Single(_folder.Store.Files);
    }

    [Fact]
    public void Where_nothing_can_be_read_nothing_is_written()
    {
        _folder.List("1");
        _folder.Sync();
        _folder.List();
        foreach (var kind in InventoryKinds.All)
        {
            _folder.Source.Faults[kind.Type] = ListedSource.Fault(SentryErrorCategory.ConnectionError);
        }

        // Without teams, nobody is asked for their members.
        var outcome = _folder.Sync();
        Assert.Null(outcome.Written);
        Assert.Equal(InventoryKinds.All.Count, outcome.Faults.Count);
        Assert.Single(_folder.Store.Files);
    }

    [Fact]
    public void A_kind_left_out_is_not_asked_for_and_stays_as_it_was()
    {
        _folder.List("1");
        _folder.Sync();
        var (before, bytes) = MemberSection();
        _folder.List();
        _folder.Sync(_folder.Options(SentryEntityType.Member));

        var (after, bytesAfter) = MemberSection();
        Assert.Equal(before, after);
        Assert.Equal(bytes, bytesAfter);
        Assert.Equal("1", _folder.Members());
        Assert.DoesNotContain(SentryEntityType.Member, _folder.Source.Asked);
    }

    [Fact]
    public void A_kind_never_read_is_not_there() =>
        Assert.Null(_folder.Sync(_folder.Options(SentryEntityType.Member)).Written!.Find(InventoryKinds.Member));

    [Fact]
    public void Older_releases_than_asked_for_stay()
    {
        _folder.Source.Releases.AddRange([Release("old", SyncFolder.Start.AddDays(-9)), Release("new", SyncFolder.Start)]);
        _folder.Sync();
        _folder.Source.Releases.Clear();
        var since = SyncFolder.Start.AddDays(-1);
        var written = _folder.Sync(_folder.Options() with { ReleasesSince = since }).Written!;

        Assert.Equal(
            [(false, "old"), (true, "new")],
            written.Read(InventoryKinds.Release).Select(entry => (entry.RemovedAt is not null, entry.Entity.Version)));
        Assert.Equal(since, written.Find(InventoryKinds.Release)!.Since);
        Assert.Null(written.Find(InventoryKinds.Team)!.Since);
    }

    [Fact]
    public void Memberships_of_unknown_roles_are_memberships()
    {
        _folder.Source.Teams.Add(ListedSource.Team("1"));
        _folder.Source.Faults[SentryEntityType.Role] = ListedSource.Fault();
        var written = _folder.Sync().Written!;

        Assert.True(written.Find(InventoryKinds.TeamMember)!.IsComplete);
        Assert.Null(written.Read(InventoryKinds.TeamMember).Single().Entity.EffectiveRole);
        Assert.False(written.Find(InventoryKinds.Role)!.IsComplete);
    }

    [Theory]
    [InlineData(SentryEntityType.Team)]
    [InlineData(SentryEntityType.TeamMember)]
    public void Memberships_are_whole_only_if_every_team_is(SentryEntityType broken)
    {
        _folder.Source.Teams.AddRange([ListedSource.Team("1"), ListedSource.Team("2")]);
        _folder.Sync();
        _folder.Source.Teams.RemoveAt(1);
        _folder.Source.Faults[broken] = ListedSource.Fault();
        var members = _folder.Sync().Written!.Find(InventoryKinds.TeamMember)!;

        Assert.Equal((false, 2, 0), (members.IsComplete, members.Count, members.RemovedCount));
    }

    [Fact]
    public void Teams_left_out_are_read_for_their_members_all_the_same()
    {
        _folder.Source.Teams.Add(ListedSource.Team("1"));
        var written = _folder.Sync(_folder.Options(SentryEntityType.Team)).Written!;
        Assert.Equal(1, written.Find(InventoryKinds.TeamMember)!.Count);
        Assert.Null(written.Find(InventoryKinds.Team));
    }

    [Theory]
    [InlineData("renamed", "2")]
    [InlineData("acme", null)]
    public void It_is_the_same_store_under_another_slug_and_without_the_id(string slug, string? id)
    {
        _folder.List("1");
        _folder.Sync(_folder.Options() with { AccountName = "prod" });
        var outcome = _folder.Sync(organization: new OrganizationHome(slug, id, SyncFolder.Host));

        Assert.Equal(_folder.Store.Folder, outcome.Store.Folder);
        Assert.Equal(
            (slug, "2", "prod"),
            (outcome.Written!.Header.OrganizationSlug, outcome.Written.Header.OrganizationId, outcome.Written.Header.AccountName));
    }

    [Fact]
    public void Another_organization_has_another_store()
    {
        _folder.Sync();
        Assert.NotEqual(
            _folder.Store.Folder,
            _folder.Sync(organization: new OrganizationHome("globex", Id: null, SyncFolder.Host)).Store.Folder);
    }

    [Fact]
    public async Task Stopping_leaves_the_state_and_nothing_beside_it()
    {
        _folder.List("1");
        _folder.Sync();
        foreach (var stopAt in Enumerable.Range(1, 3))
        {
            using var stop = new CancellationTokenSource();
            var count = 0;
            _folder.List("2", "3", "4");
            _folder.Source.OnItem = () =>
            {
                if (++count == stopAt)
                {
                    stop.Cancel();
                }
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.SyncAsync(options: null, organization: null, stop.Token));
            Assert.Equal("1", _folder.Members());
            Assert.Equal(
                [StoreLock.LockName, "current.jsonl.gz"],
                Directory.GetFileSystemEntries(_folder.Store.Folder).Select(Path.GetFileName).OrderDescending());
        }
    }

    private (InventorySection Section, byte[] Bytes) MemberSection()
    {
        var current = InventorySnapshot.Open(_folder.Store.CurrentPath);
        var section = current.Find(InventoryKinds.Member)!;
        using var bytes = new MemoryStream();
        using var stored = current.OpenSection(section);
        stored.CopyTo(bytes);
        return (section, bytes.ToArray());
    }

    private static SentryRelease Release(string version, DateTimeOffset created) =>
        new() { Id = "2/" + version, Version = version, DateCreated = created, OrganizationSlug = "acme", LastUpdated = SyncFolder.Start };
}
