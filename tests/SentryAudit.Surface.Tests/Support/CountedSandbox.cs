using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>So many projects that Sentry's store gives more rows for one day than Sentry answers, and a clock that stands still.</summary>
public sealed class CountedSandbox : SandboxFixture
{
    /// <summary>The clocks of many zones changed in the ninety days before.</summary>
    public static TimeProvider Clock { get; } = new StoppedClock();

    protected override SandboxOptions Options => new() { RateLimits = false, Projects = 600, TimeProvider = Clock };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 10, 12, 34, 0, TimeSpan.Zero);
    }
}
