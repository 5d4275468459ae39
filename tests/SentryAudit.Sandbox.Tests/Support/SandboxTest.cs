namespace SentryAudit.Sandbox.Tests.Support;

/// <summary>A test with a sandbox of its own and a client that talks to it.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    protected SandboxServer Server { get; private set; } = null!;

    protected ApiClient Api { get; private set; } = null!;

    /// <summary>Limits are off unless a test is about them: the others would have to count their requests.</summary>
    protected virtual SandboxOptions Options => new() { RateLimits = false };

    protected SandboxOrganization Acme => Server.Estate.Organizations[0];

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options);
        Api = new ApiClient(Server.BaseUri, Server.Token);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A client of another token, or of another host.</summary>
    protected ApiClient As(string? token, Uri? host = null) => new(host ?? Server.BaseUri, token);
}
