using SentryAudit.Commands.Inventory;
using SentryAudit.Inventory;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>A test with a sandbox and an empty folder of inventories.</summary>
public abstract class InventoryTest(SandboxFixture sandbox) : SandboxTest(sandbox), IAsyncLifetime
{
    private protected static readonly OrganizationReference[] First = [new("acme")];

    private protected string Root { get; } = Directory.CreateTempSubdirectory("sentryaudit-inventory").FullName;

    private protected InventoryStore Store => InventoryPlace.For(Root, Server.BaseUri, Acme.Id);

    Task IAsyncLifetime.DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return DisposeAsync();
    }

    private protected SyncSentryInventoryCommand Sync(SentryConnection? connection = null) =>
        new()
        {
            Connection = connection ?? Connection,
            Organization = First,
            Path = Root,
        };

    /// <summary>Syncs without a word, and gives what was written.</summary>
    private protected SentryInventory SyncWell(SyncSentryInventoryCommand? command = null) =>
        Assert.Single(Get<SentryInventory>(command ?? Sync(), "PassThru"));

    private protected SentryInventory[] Stored() => Get<SentryInventory>(new GetSentryInventoryCommand { Path = Root });

    private protected InventorySnapshot Current => InventorySnapshot.Open(Store.CurrentPath);

    private protected static string[] Incomplete(RecordingPipeline run) => [.. run.Of<SentryInventory>().Single().Incomplete!];
}
