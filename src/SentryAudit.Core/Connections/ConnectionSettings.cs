using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.SignIn;

namespace SentryAudit.Connections;

/// <summary>The values of which a connection is made, after <see cref="ConnectionSources"/> has found them.</summary>
internal sealed record ConnectionSettings
{
    public required SecretText Token { get; init; }

    /// <summary>The sign-in to which the token belongs; null for a token that is not renewed.</summary>
    public OpenSession? Session { get; init; }

    /// <summary>Where the token came from.</summary>
    public required string Source { get; init; }

    public required Uri BaseUri { get; init; }

    public string? Organization { get; init; }

    /// <summary>Whether the token may be sent unencrypted to that address. To this machine it always may.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Whether the regions are followed that a Sentry other than sentry.io announces.</summary>
    public bool FollowRegion { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The largest answer in bytes, after decompression.</summary>
    public long MaximumAnswerSize { get; init; } = TransportSettings.DefaultAnswerSize;

    /// <summary>The folder of inventories, for facts that only they contain; null for none.</summary>
    public string? InventoryRoot { get; init; }
}
