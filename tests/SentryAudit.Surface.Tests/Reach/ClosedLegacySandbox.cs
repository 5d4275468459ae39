using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>The same before workflows and detectors.</summary>
public sealed class ClosedLegacySandbox : ClosedSandbox
{
    protected override SandboxOptions Options => new() { RateLimits = false, LegacyAlertsOnly = true };
}
