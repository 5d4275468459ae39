using SentryAudit.Commands.Inventory;
using SentryAudit.Inventory;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>What is stored, listed and removed. Nobody is asked for it.</summary>
public sealed class StoredInventoryTests(SandboxFixture sandbox) : InventoryTest(sandbox), IClassFixture<SandboxFixture>
{
    private SentryInventory[] _stored = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var both = new OrganizationReference[] { new("acme"), new("globex") };
        Get<SentryInventory>(
            new SyncSentryInventoryCommand
            {
                Connection = Connection,
                Organization = both,
                Path = Root,
                Include = [SentryEntityType.Team],
            }
        );
        SyncWell(
            new SyncSentryInventoryCommand
            {
                Connection = Connection,
                Organization = First,
                Path = Root,
                Include = [SentryEntityType.Team],
            }
        );
        SyncWell(
            new SyncSentryInventoryCommand
            {
                Connection = Connection,
                Organization = First,
                Path = Root,
                Include = [SentryEntityType.Team],
            }
        );
        _stored = Stored();
        Server.Requests.Clear();
    }

    [Fact]
    public void Every_state_is_listed() => Assert.Equal(["acme current", "acme earlier", "acme earlier", "globex current"], States());

    [Theory]
    [InlineData("acme", 3)]
    [InlineData("glob*", 1)]
    [InlineData("none*", 0)]
    public void Organizations_can_be_named(string organization, int states) =>
        Assert.Equal(
            states,
            Get<SentryInventory>(new GetSentryInventoryCommand { Path = Root, Organization = [new(organization)] }).Length);

    [Fact]
    public void An_organization_can_be_named_by_its_id() =>
        Assert.Equal(3, Get<SentryInventory>(new GetSentryInventoryCommand { Path = Root, Organization = [new(Acme.Id)] }).Length);

    [Fact]
    public void An_organization_without_inventory_is_an_error() =>
        Assert.Equal(
            "InventoryNotFound",
            Run(new GetSentryInventoryCommand { Path = Root, Organization = [new("initech")] }).SingleError().ErrorId);

    [Fact]
    public void A_folder_that_is_missing_is_an_error() =>
        Assert.Equal(
            "InventoryNotFound",
            Run(new GetSentryInventoryCommand { Path = Path.Combine(Root, "elsewhere") }).TerminatingError().ErrorId);

    [Fact]
    public void What_is_piped_in_is_removed()
    {
        Run(new RemoveSentryInventoryCommand { Inventory = _stored[1..3] }).ShouldSucceed();
        Assert.Equal(["acme current", "globex current"], States());
        Assert.Empty(Server.Requests.To("*"));
    }

    [Fact]
    public void The_removal_of_every_state_is_confirmed()
    {
        var run = CmdletRunner.Run(
            new RemoveSentryInventoryCommand { Inventory = _stored[1..3] },
            new RecordingPipeline { Consent = false }
        );
        Assert.Equal(2, run.Asked.Count);
        Assert.Equal(
            _stored[1..3].Select(state => $"acme {state.StartedAt!.Value.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} ({state.Path})"),
            run.Asked.Select(asked => asked.Target));
        Assert.Equal(4, Stored().Length);
    }

    [Fact]
    public void The_current_state_is_not_removed_unless_everything_is()
    {
        var run = Run(new RemoveSentryInventoryCommand { Inventory = _stored });
        Assert.Equal(["InventoryIsCurrent", "InventoryIsCurrent"], run.Errors.Select(error => error.Exception.ErrorId));
        Assert.Equal(["acme current", "globex current"], States());
    }

    [Fact]
    public void A_whole_history_is_removed_on_request_and_confirmed_once()
    {
        var run = Run(new RemoveSentryInventoryCommand { Inventory = [_stored[0]] }, "WholeHistory");
        run.ShouldSucceed();
        Assert.Contains("all earlier", Assert.Single(run.Asked).Target, StringComparison.Ordinal);
        Assert.Equal(["globex current"], States());
        Assert.False(Directory.Exists(Store.Folder));
    }

    [Fact]
    public void Earlier_states_before_a_time_are_removed()
    {
        Run(new RemoveSentryInventoryCommand { Path = Root, Before = _stored[1].StartedAt }).ShouldSucceed();
        Assert.Equal(["acme current", "acme earlier", "globex current"], States());
    }

    [Fact]
    public void The_current_state_stays_however_old_it_is()
    {
        Run(new RemoveSentryInventoryCommand { Path = Root, Before = DateTimeOffset.UtcNow.AddDays(1) }).ShouldSucceed();
        Assert.Equal(["acme current", "globex current"], States());
    }

    [Fact]
    public void An_old_inventory_of_an_organization_is_removed_as_a_whole()
    {
        Run(
                new RemoveSentryInventoryCommand
                {
                    Path = Root,
                    Organization = [new("globex")],
                    Before = DateTimeOffset.UtcNow.AddDays(1),
                },
                "WholeHistory")
            .ShouldSucceed();
        Assert.Equal(["acme current", "acme earlier", "acme earlier"], States());
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(5, 4)]
    public void The_newest_earlier_states_are_kept(int keep, int left)
    {
        Run(new RemoveSentryInventoryCommand { Path = Root, Keep = keep }).ShouldSucceed();
        Assert.Equal(left, Stored().Length);
        Assert.Equal(keep > 0, File.Exists(_stored[1].Path));
    }

    [Fact]
    public void A_damaged_current_state_can_be_removed_by_itself()
    {
        File.WriteAllText(_stored[0].Path, "half");
        var damaged = Stored()[0];
        Assert.NotNull(damaged.Problem);
        Run(new RemoveSentryInventoryCommand { Inventory = [damaged] }).ShouldSucceed();
        Assert.Equal(["acme earlier", "acme earlier", "globex current"], States());
    }

    [Theory]
    [InlineData("elsewhere.jsonl.gz")]
    [InlineData("../elsewhere.txt")]
    public void What_is_in_no_store_is_not_touched(string name)
    {
        var own = Path.Combine(Store.Folder, name);
        File.WriteAllText(own, "mine");
        Assert.Equal(
            "InventoryNotFound",
            Run(new RemoveSentryInventoryCommand { Inventory = [new SentryInventory { Path = own }] }).SingleError().ErrorId);
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void What_is_gone_already_is_an_error()
    {
        Run(new RemoveSentryInventoryCommand { Inventory = [_stored[1]] }).ShouldSucceed();
        Assert.Equal("InventoryNotFound", Run(new RemoveSentryInventoryCommand { Inventory = [_stored[1]] }).SingleError().ErrorId);
    }

    [Fact]
    public void Nothing_is_removed_while_a_sync_runs()
    {
        using (StoreLock.Take(Store.Folder, DateTimeOffset.UtcNow))
        {
            Assert.Equal("InventoryBusy", Run(new RemoveSentryInventoryCommand { Inventory = [_stored[1]] }).SingleError().ErrorId);
        }

        Assert.Equal(4, Stored().Length);
    }

    private string[] States() =>
        [.. Stored().Select(state => $"{state.OrganizationSlug} {(state.IsCurrent is true ? "current" : "earlier")}")];
}
