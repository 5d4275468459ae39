namespace SentryAudit.Sandbox;

/// <summary>
/// What the sandbox is to look like. The counts describe the first organization; further organizations are small.
/// The same options always make the same estate.
/// </summary>
public sealed record SandboxOptions
{
    /// <summary>Port of the control silo; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>Seed of everything random in the estate.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Rows of the member list, <see cref="PendingInvites"/> included.</summary>
    public int Members { get; init; } = 25;

    /// <summary>Projects of the first organization.</summary>
    public int Projects { get; init; } = 8;

    /// <summary>Teams of the first organization; the last one has no members.</summary>
    public int Teams { get; init; } = 5;

    /// <summary>Releases of the first organization, archived ones included.</summary>
    public int Releases { get; init; } = 30;

    /// <summary>Workflows (Sentry's alerts) of the first organization.</summary>
    public int AlertRules { get; init; } = 12;

    /// <summary>How many of <see cref="Members"/> are invitations nobody accepted yet.</summary>
    public int PendingInvites { get; init; } = 3;

    /// <summary>Issues of the first organization. Made when they are asked for: hundreds of thousands start no slower.</summary>
    public int Issues { get; init; } = 40;

    /// <summary>Events Sentry still has of an issue; of some issues it has none any more.</summary>
    public int EventsPerIssue { get; init; } = 3;

    /// <summary>End users seen in the events of the first project; the others have fewer. Made when they are asked for.</summary>
    public int ProjectUsers { get; init; } = 120;

    /// <summary>Entries of the audit log.</summary>
    public int AuditLogEntries { get; init; } = 60;

    /// <summary>How many organizations there are.</summary>
    public int Organizations { get; init; } = 2;

    /// <summary>One host: no regions, no rate limits, no deprecation headers.</summary>
    public bool SelfHosted { get; init; }

    /// <summary>Workflows and detectors answer 404, as on an old self-hosted Sentry.</summary>
    public bool LegacyAlertsOnly { get; init; }

    /// <summary>Kinds of data that this Sentry is too old to know: it refuses to count them.</summary>
    public IReadOnlyList<string> MissingCategories { get; init; } = [];

    /// <summary>Whether the rate limiter runs (never when <see cref="SelfHosted"/>).</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>Requests a caller may send to one endpoint in one second.</summary>
    public int RateLimitPerSecond { get; init; } = 40;

    /// <summary>Waited, in real time, before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether <see cref="SandboxServer.Requests"/> keeps what arrives.</summary>
    public bool LogRequests { get; init; } = true;

    /// <summary>Whether other processes may steer the sandbox below <c>/sandbox/</c>. Anybody on this machine can, then.</summary>
    public bool Control { get; init; }

    /// <summary>The clock of the rate limiter, of event counts, and of windows that end now.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The day the estate was photographed: every seeded date lies before it.</summary>
    public DateTimeOffset SeedDate { get; init; } = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
}
