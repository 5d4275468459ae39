using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox;

/// <summary>What every request can reach.</summary>
internal sealed class SandboxWorld(SandboxOptions options, SandboxEstate estate)
{
    public SandboxOptions Options { get; } = options;
    public SandboxEstate Estate { get; } = estate;
    public Addresses Addresses { get; } = new();
    public TokenStore Tokens => field ??= new TokenStore(Options.Seed, Estate, Addresses);
    public RateLimiter Limiter { get; } = new(options.TimeProvider);
    public FaultPlan Faults { get; } = new();
    public SandboxOAuth OAuth { get; } = new();
    public RequestLog Requests { get; } = new();

    /// <summary>Self-hosted Sentry runs without its limiter.</summary>
    public bool LimitsRates => Options is { RateLimits: true, SelfHosted: false };
}
