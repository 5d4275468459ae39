using SentryAudit.Cmdlets;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A test with a healthy sandbox and a connection of its own to it.</summary>
public abstract class SandboxTest(SandboxFixture sandbox) : IAsyncLifetime
{
    protected SandboxServer Server { get; } = sandbox.Server;

    protected SandboxOrganization Acme => Server.Estate.Organizations[0];

    protected SandboxOrganization Globex => Server.Estate.Organizations[1];

    protected SentryConnection Connection { get; private protected set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Server.Faults.Clear();
        Connection = await Server.ConnectAsync();
        Server.Requests.Clear();
    }

    public Task DisposeAsync()
    {
        Connection.Transport.Dispose();
        return Task.CompletedTask;
    }

    private protected static RecordingPipeline Run(SentryCmdlet cmdlet, params string[] switches) => CmdletRunner.Run(cmdlet, switches);

    /// <summary>Runs a cmdlet that must succeed without a word.</summary>
    private protected static T[] Get<T>(SentryCmdlet cmdlet, params string[] switches)
    {
        var run = Run(cmdlet, switches);
        run.ShouldSucceed();
        return [.. run.Output.Cast<T>()];
    }
}
