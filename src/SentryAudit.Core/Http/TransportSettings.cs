namespace SentryAudit.Http;

/// <summary>What a transport needs to know of its connection.</summary>
internal sealed record TransportSettings
{
    /// <summary>The token, asked for at each attempt.</summary>
    public required ITokenSource Tokens { get; init; }

    /// <summary>The hosts that may see the token.</summary>
    public required TrustedHosts Hosts { get; init; }

    /// <summary>Whether the token may travel unencrypted beyond this machine.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Time one attempt may take, body included.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
