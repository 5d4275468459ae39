using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A sandbox shared by the tests of a class. It does not limit rates, so that no test waits.</summary>
public class SandboxFixture : IAsyncLifetime
{
    public SandboxServer Server { get; private set; } = null!;

    protected virtual SandboxOptions Options => new() { RateLimits = false };

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options);
        Enlarge(Server.Estate.Organizations[0]);
    }

    /// <summary>Adds what the options do not count.</summary>
    protected virtual void Enlarge(SandboxOrganization organization)
    {
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
