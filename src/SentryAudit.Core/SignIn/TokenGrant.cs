namespace SentryAudit.SignIn;

/// <summary>What Sentry grants after a sign-in.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Account">E-mail address, or id, of the person who signed in; null if Sentry did not report it.</param>
/// <param name="Scopes">
/// The granted scopes, which may be fewer than the requested ones; null if Sentry did not report them, which means all requested ones
/// (RFC 6749, section 5.1).
/// </param>
internal sealed record TokenGrant(TokenPair Tokens, string? Account, IReadOnlyList<string>? Scopes);
