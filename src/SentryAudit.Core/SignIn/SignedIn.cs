using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>A sign-in: the account, the Sentry, the application and the tokens.</summary>
internal sealed record SignedIn
{
    public required Uri BaseUri { get; init; }

    /// <summary>E-mail address, or id, of the person who signed in.</summary>
    public required string Account { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The secret of a confidential application; null for a public one.</summary>
    public SecretText? ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required TokenPair Tokens { get; init; }
}
