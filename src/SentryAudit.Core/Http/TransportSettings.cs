namespace SentryAudit.Http;

/// <summary>What a transport needs to know about its connection.</summary>
internal sealed record TransportSettings
{
    public const long DefaultAnswerSize = 64 << 20;

    /// <summary>Gives the token for each attempt.</summary>
    public required ITokenSource Tokens { get; init; }

    /// <summary>The hosts to which the token may be sent.</summary>
    public required TrustedHosts Hosts { get; init; }

    /// <summary>Whether the token may be sent unencrypted to other machines.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>The time that one attempt may take, including its body.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The largest answer in bytes, after decompression.</summary>
    public long MaximumAnswerSize { get; init; } = DefaultAnswerSize;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
