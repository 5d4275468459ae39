using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>A sandbox and an inventory of it.</summary>
public sealed class InventorySandbox : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    internal string Root { get; } = Directory.CreateTempSubdirectory("sentryaudit-inventory").FullName;

    internal Sandbox.SandboxServer Server => _sandbox.Server;

    internal SentryConnection Live { get; private set; } = null!;

    internal SentryConnection Offline { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        Live = await Server.ConnectAsync();
        await Live.WriteAsync(Root);
        Offline = StoredInventory.Open(Root);
    }

    public async Task DisposeAsync()
    {
        Live.Transport.Dispose();
        Directory.Delete(Root, recursive: true);
        await _sandbox.DisposeAsync();
    }
}
