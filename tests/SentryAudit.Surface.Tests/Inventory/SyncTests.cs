using System.IO.Compression;
using SentryAudit.Api.Stats;
using SentryAudit.Commands.Inventory;
using SentryAudit.Inventory;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

public sealed class SyncTests(SandboxFixture sandbox) : InventoryTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void Everything_is_read()
    {
        var inventory = SyncWell();

        Assert.True(inventory.IsComplete);
        Assert.Equal(
            (
                Acme.Members.Count,
                Acme.Teams.Count,
                Acme.Projects.Count,
                Acme.Releases.Count,
                Acme.ProjectKeys.Count,
                Acme.Repositories.Count,
                Acme.Integrations.Count),
            (
                inventory.Members,
                inventory.Teams,
                inventory.Projects,
                inventory.Releases,
                inventory.ProjectKeys,
                inventory.Repositories,
                inventory.Integrations));
        Assert.Equal(Acme.Teams.Sum(team => team.Memberships.Count), inventory.TeamMembers);
        Assert.Equal(Acme.Detectors.Count + Acme.CronMonitors.Count, inventory.Monitors);
        Assert.True(inventory.AlertRules > Acme.Workflows.Count);
        Assert.Equal(7, inventory.Roles);
        Assert.NotNull(Current.Read(InventoryKinds.Organization).Single().Entity.OpenMembership);
        Assert.Contains("archived", Current.Read(InventoryKinds.Release).Select(entry => entry.Entity.Status));
        Assert.All(Current.Read(InventoryKinds.Member), entry => Assert.Equal(inventory.StartedAt, entry.Entity.FirstSeen));
    }

    [Fact]
    public void The_new_state_is_merged_with_the_old_one()
    {
        var first = SyncWell();
        var gone = Acme.Members[^1];
        Acme.Members.Remove(gone);
        var second = SyncWell();
        Acme.Members.Add(gone);
        SyncWell();

        Assert.Equal(1, second.Removed);
        var earlier = InventorySnapshot.Open(Store.EarlierPath(second.StartedAt!.Value)).Read(InventoryKinds.Member).Last();
        Assert.Equal((gone.Id, first.StartedAt!.Value, second.StartedAt), (earlier.Entity.Id, earlier.FirstSeen, earlier.RemovedAt));
        var again = Current.Read(InventoryKinds.Member).Single(entry => entry.Entity.Id == gone.Id);
        Assert.Equal((first.StartedAt!.Value, null), (again.FirstSeen, again.RemovedAt));
    }

    [Fact]
    public void Every_organization_has_its_own_store()
    {
        var run = Run(new SyncSentryInventoryCommand { Connection = Connection, Path = Root }, "PassThru");
        run.ShouldSucceed();
        Assert.Equal(
            Server.Estate.Organizations.Select(organization => organization.Slug).Order(),
            run.Of<SentryInventory>().Select(inventory => inventory.OrganizationSlug).Order());
        Assert.Equal(Server.Estate.Organizations.Count, Stored().Length);
    }

    [Fact]
    public void An_organization_that_fails_leaves_the_others()
    {
        SyncWell();
        using (StoreLock.Take(Store.Folder, DateTimeOffset.UtcNow))
        {
            var run = Run(new SyncSentryInventoryCommand { Connection = Connection, Path = Root }, "PassThru");
            Assert.Equal("InventoryBusy", run.SingleError().ErrorId);
            Assert.DoesNotContain("acme", run.Of<SentryInventory>().Select(inventory => inventory.OrganizationSlug));
            Assert.NotEmpty(run.Output);
        }
    }

    [Fact]
    public void No_secret_is_in_the_file()
    {
        SyncWell();
        using var text = new StreamReader(new GZipStream(File.OpenRead(Store.CurrentPath), CompressionMode.Decompress));
        var content = text.ReadToEnd();

        Assert.DoesNotContain(Server.Token, content, StringComparison.Ordinal);
        Assert.All(Acme.ProjectKeys, key => Assert.DoesNotContain(key.Public, content, StringComparison.Ordinal));
        Assert.All(Acme.ProjectKeys, key => Assert.DoesNotContain(key.Secret, content, StringComparison.Ordinal));
        Assert.DoesNotContain("securityToken", content, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Only_the_kinds_included_are_asked_for()
    {
        var inventory = SyncWell(
            new SyncSentryInventoryCommand
            {
                Connection = Connection,
                Organization = First,
                Path = Root,
                Include = [SentryEntityType.Member, SentryEntityType.Team],
                Exclude = [SentryEntityType.Team],
            }
        );

        Assert.Equal((Acme.Members.Count, null, null), (inventory.Members, inventory.Teams, inventory.Releases));
        Assert.Empty(Server.Requests.To("organizations/{org}/teams/"));
        Assert.Empty(Server.Requests.To("organizations/{org}/releases/"));
    }

    [Theory]
    [InlineData(SentryEntityType.Unknown, SentryEntityType.Team)]
    [InlineData(SentryEntityType.Member, SentryEntityType.Member)]
    public void Without_any_kind_there_is_an_error(SentryEntityType included, SentryEntityType excluded)
    {
        var command = Sync();
        (command.Include, command.Exclude) = ([included], [excluded]);
        Assert.Equal("InventoryTypesInvalid", Run(command).TerminatingError().ErrorId);
    }

    [Fact]
    public void Only_releases_of_the_window_are_read()
    {
        var all = SyncWell();
        var newest = Acme.Releases.Max(release => release.DateCreated);
        var command = Sync();
        command.ReleaseSince = new Duration(DateTimeOffset.UtcNow - newest + TimeSpan.FromDays(1));
        SyncWell(command);

        var releases = Current.Read(InventoryKinds.Release).ToArray();
        Assert.Equal(all.Releases, releases.Count(entry => entry.RemovedAt is null));
        Assert.InRange(releases.Count(entry => entry.Entity.LastUpdated >= Current.Header.StartedAt), 1, releases.Length - 1);
        Assert.Equal(
            Current.Header.StartedAt.Date,
            Current.Find(InventoryKinds.Release)!.Since!.Value.Date + command.ReleaseSince.Value,
            TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_token_with_few_scopes_syncs_what_it_may_read()
    {
        var run = Run(Sync(await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "member:read"))), "PassThru");

        Assert.Null(run.Terminated);
        Assert.Equal(Acme.Members.Count, run.Of<SentryInventory>().Single().Members);
        Assert.Null(run.Of<SentryInventory>().Single().Releases);
        Assert.Contains("Release", Incomplete(run));
        Assert.DoesNotContain("Member", Incomplete(run));
        Assert.Equal(Incomplete(run).Length, run.Errors.Count);
        Assert.Contains("Release", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_asks_nothing_and_writes_nothing()
    {
        var run = CmdletRunner.Run(Sync(), new RecordingPipeline { Consent = false });
        Assert.Contains("acme", Assert.Single(run.Asked).Target, StringComparison.Ordinal);
        Assert.Empty(Server.Requests.To("organizations/{org}/members/"));
        Assert.Empty(Directory.GetFileSystemEntries(Root));
    }

    [Fact]
    public void Without_PassThru_nothing_is_returned_and_the_progress_is_completed()
    {
        var run = Run(Sync());
        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.True(run.ProgressStates[^1].Completed);
    }

    [Fact]
    public void An_inventory_is_not_made_from_an_inventory()
    {
        SyncWell();
        var offline = new SentryConnection(Connection.Transport, Connection.Directory)
        {
            BaseUri = Connection.BaseUri,
            Source = "inventory",
            Stored = StoredEstateReader.Open(new StoredLocation(Root), static _ => { }),
        };
        Assert.Equal("InventoryOffline", Run(Sync(offline)).TerminatingError().ErrorId);
    }

    [Fact]
    public void Damage_is_reported_and_the_earlier_state_used()
    {
        SyncWell();
        SyncWell();
        File.WriteAllText(Store.CurrentPath, "half");
        var run = Run(Sync(), "PassThru");

        Assert.Equal("InventoryDamaged", run.SingleError().ErrorId);
        Assert.True(run.Of<SentryInventory>().Single().IsComplete);
    }
}
