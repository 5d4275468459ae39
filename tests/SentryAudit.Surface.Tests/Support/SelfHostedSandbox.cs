using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A self-hosted Sentry: one host.</summary>
public sealed class SelfHostedSandbox : SandboxFixture
{
    protected override SandboxOptions Options => new() { SelfHosted = true };
}
