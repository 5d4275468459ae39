using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>A session somebody signed in to: who, where, as which application, and the tokens.</summary>
internal sealed record SignedIn
{
    public required Uri BaseUri { get; init; }

    /// <summary>E-mail address of who signed in, or their id.</summary>
    public required string Account { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Of a confidential application; null for a public one.</summary>
    public SecretText? ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required TokenPair Tokens { get; init; }
}
