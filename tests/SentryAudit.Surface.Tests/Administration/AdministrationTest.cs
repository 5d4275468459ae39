using SentryAudit.Cmdlets;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>A test that changes things: its sandbox is its own.</summary>
public abstract class AdministrationTest : IAsyncLifetime
{
    protected SandboxServer Server { get; private set; } = null!;

    protected SentryConnection Connection { get; private set; } = null!;

    protected SandboxOrganization Acme => Server.Estate.Organizations[0];

    protected SandboxOrganization Globex => Server.Estate.Organizations[1];

    protected virtual SandboxOptions Options => new() { RateLimits = false };

    private protected static OrganizationReference[] InAcme { get; } = [new("acme")];

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options);
        Connection = await Server.ConnectAsync(retries: 0);
        Server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        Connection.Transport.Dispose();
        await Server.DisposeAsync();
    }

    private protected RecordingPipeline Run(SentryConnectedCmdlet cmdlet, params string[] switches) =>
        Run(cmdlet, new RecordingPipeline(), switches);

    /// <summary>What -WhatIf does: every question is answered with no.</summary>
    private protected RecordingPipeline Plan(SentryConnectedCmdlet cmdlet, params string[] switches)
    {
        var run = Run(cmdlet, new RecordingPipeline { Consent = false, IsPlan = true }, switches);
        Assert.Empty(Server.Requests.Writes());
        return run;
    }

    private protected RecordingPipeline Run(SentryConnectedCmdlet cmdlet, RecordingPipeline pipeline, params string[] switches)
    {
        cmdlet.Connection ??= Connection;
        return CmdletRunner.Run(cmdlet, pipeline, switches);
    }
}
