using SentryAudit.Common.Text;
using SentryAudit.SignIn;

namespace SentryAudit.Connections;

/// <summary>Everything a connection is made from, once it is settled where each value comes from.</summary>
internal sealed record ConnectionSettings
{
    public required SecretText Token { get; init; }

    /// <summary>The sign-in the token belongs to; null for a token that is not renewed.</summary>
    public OpenSession? Session { get; init; }

    /// <summary>Where the token came from.</summary>
    public required string Source { get; init; }

    public required Uri BaseUri { get; init; }

    public string? Organization { get; init; }

    /// <summary>Whether the token may travel unencrypted to that address; to this machine it always may.</summary>
    public bool AllowInsecure { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The folder of inventories to look into for what only these know; null for none.</summary>
    public string? InventoryRoot { get; init; }
}
