using SentryAudit.Inventory;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>A test with a small sandbox of its own and a folder for inventories of it, which a live connection looks into.</summary>
public abstract class OfflineTest : IAsyncLifetime
{
    protected static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);
    private protected static readonly OrganizationReference[] First = [new("acme")];

    protected SandboxServer Server { get; private set; } = null!;

    protected string Root { get; } = Directory.CreateTempSubdirectory("sentryaudit-inventory").FullName;

    protected SentryConnection Live { get; private set; } = null!;

    protected SandboxOrganization Acme => Server.Estate.Organizations[0];

    private protected InventoryStore Store => InventoryPlace.For(Root, Server.BaseUri, Acme.Id);

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 6, PendingInvites = 1 });
        Live = await Server.ConnectAsync(inventories: Root);
    }

    public async Task DisposeAsync()
    {
        Live.Transport.Dispose();
        Directory.Delete(Root, recursive: true);
        await Server.DisposeAsync();
    }

    /// <summary>Cuts the end off a file, past its header.</summary>
    protected static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
    }
}
