using System.Collections.Concurrent;

namespace SentryAudit.Sandbox;

/// <summary>
/// Sentry's OAuth side: two registered applications, whose consent pages act for the estate's owner as if signed in.
/// Tests may change how long things live.
/// </summary>
public sealed class SandboxOAuth
{
    /// <summary>Client id of a public application. Its redirect address is <c>http://127.0.0.1/callback</c>, with any port.</summary>
    public const string ClientId = "sandbox-public-client";

    /// <summary>Client id of a confidential application with the same redirect address.</summary>
    public const string ConfidentialClientId = "sandbox-confidential-client";

    /// <summary>Secret of the confidential application.</summary>
    public const string ConfidentialClientSecret = "sandbox-confidential-secret-0001";

    private int _renewals;

    /// <summary>How long access tokens live.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a code waits for its user, or to be redeemed.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The least time between two polls of a device code, in whole seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Waited, in real time, before a token is handed out.</summary>
    public TimeSpan TokenLatency { get; set; }

    /// <summary>Whether there are device codes: an older self-hosted Sentry has none.</summary>
    public bool HasDeviceFlow { get; set; } = true;

    /// <summary>Whether device codes are approved without anybody: for examples, which nobody sits in front of.</summary>
    public bool ApprovesByItself { get; set; }

    /// <summary>How often a session was renewed.</summary>
    public int Renewals => _renewals;

    /// <summary>Everything secret that was handed out or received: tokens, codes, verifiers.</summary>
    public IReadOnlyCollection<string> Secrets => SecretBag;

    internal ConcurrentQueue<string> SecretBag { get; } = new();

    internal void CountRenewal() => Interlocked.Increment(ref _renewals);

    internal static bool HasApplication(string? clientId) => clientId is ClientId or ConfidentialClientId;

    /// <summary>Whether an application is the one it claims to be; a public one has no secret to prove it.</summary>
    internal static bool IsAuthentic(string? clientId, string? secret) =>
        clientId switch
        {
            ClientId => string.IsNullOrEmpty(secret),
            ConfidentialClientId => secret == ConfidentialClientSecret,
            _ => false,
        };
}
