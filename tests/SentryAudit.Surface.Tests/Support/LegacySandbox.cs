using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A Sentry before workflows and detectors.</summary>
public sealed class LegacySandbox : SandboxFixture
{
    protected override SandboxOptions Options => new() { RateLimits = false, LegacyAlertsOnly = true };
}
