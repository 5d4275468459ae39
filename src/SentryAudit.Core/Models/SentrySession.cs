namespace SentryAudit;

/// <summary>A sign-in that is kept on this machine. It does not show its tokens.</summary>
public sealed class SentrySession
{
    internal SentrySession()
    {
    }

    /// <summary>Address of the Sentry.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>E-mail address of who signed in, or their id.</summary>
    public required string Account { get; init; }

    /// <summary>Client id of the application that was signed in to.</summary>
    public required string ClientId { get; init; }

    /// <summary>Scopes granted.</summary>
    public required StringList Scopes { get; init; }

    /// <summary>When the access token expires unless it is renewed (UTC); null when Sentry did not tell.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was written last: at the sign-in or at a renewal (UTC).</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>How the tokens are protected.</summary>
    public SentrySessionProtection Protection { get; init; }

    /// <summary>The vault that holds the tokens; null where none does.</summary>
    public string? Vault { get; init; }

    /// <summary>The session's file.</summary>
    public required string Path { get; init; }

    /// <summary>Account and address.</summary>
    public override string ToString() => $"{Account} at {BaseUri}";
}
