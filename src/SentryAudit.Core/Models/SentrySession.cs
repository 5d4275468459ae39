namespace SentryAudit;

/// <summary>A sign-in that is kept on this machine. It does not contain its tokens.</summary>
public sealed class SentrySession
{
    internal SentrySession()
    {
    }

    /// <summary>Address of the Sentry.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>E-mail address, or id, of the person who signed in.</summary>
    public required string Account { get; init; }

    /// <summary>Client id of the application of the sign-in.</summary>
    public required string ClientId { get; init; }

    /// <summary>The granted scopes.</summary>
    public required StringList Scopes { get; init; }

    /// <summary>When the access token expires unless it is renewed (UTC); null if Sentry did not report it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last written, at the sign-in or at a renewal (UTC).</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>How the tokens are protected.</summary>
    public SentrySessionProtection Protection { get; init; }

    /// <summary>The vault that holds the tokens; null without one.</summary>
    public string? Vault { get; init; }

    /// <summary>The session's file.</summary>
    public required string Path { get; init; }

    /// <summary>Account and address.</summary>
    public override string ToString() => $"{Account} at {BaseUri}";
}
