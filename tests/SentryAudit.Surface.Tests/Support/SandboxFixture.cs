using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A sandbox shared by the tests of a class. It does not limit rates, so that no test waits.</summary>
public class SandboxFixture : IAsyncLifetime
{
    public SandboxServer Server { get; private set; } = null!;

    protected virtual SandboxOptions Options => new() { RateLimits = false };

    public async Task InitializeAsync() => Server = await SandboxServer.StartAsync(Options);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>An estate in which every listing has several pages.</summary>
public sealed class LargeSandbox : SandboxFixture
{
    protected override SandboxOptions Options => new()
    {
        RateLimits = false,
        Members = 250,
        PendingInvites = 20,
        Teams = 130,
        Projects = 120,
        Releases = 250,
        AlertRules = 230,
        Organizations = 120,
        AuditLogEntries = 240,
    };
}

/// <summary>A Sentry before workflows and detectors.</summary>
public sealed class LegacySandbox : SandboxFixture
{
    protected override SandboxOptions Options => new() { RateLimits = false, LegacyAlertsOnly = true };
}

/// <summary>A self-hosted Sentry: one host.</summary>
public sealed class SelfHostedSandbox : SandboxFixture
{
    protected override SandboxOptions Options => new() { SelfHosted = true };
}
